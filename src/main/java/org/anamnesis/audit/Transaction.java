package org.anamnesis.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction on a connection that belongs to nobody else's. */
final class Transaction {

    private Transaction() {}

    /** What is done in it. */
    interface Work {
        void run() throws SQLException;
    }

    /** All of the work, or nothing of it. */
    static void in(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            work.run();
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
