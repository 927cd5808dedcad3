package org.anamnesis.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction on a connection of its own, outside the container's. */
final class OwnTransaction {

    private OwnTransaction() {}

    /** What is done in it. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * All of the work, or nothing of it.
     *
     * @throws IllegalStateException where the database does not do it; of what was to be written nothing is in the message
     */
    static <T> T in(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database failed, SQL state " + failed.getSQLState());
        }
    }
}
