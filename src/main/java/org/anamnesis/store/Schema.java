package org.anamnesis.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema to this version of the product; it never goes back. */
public final class Schema {

    private static final String SCHEMA = "classpath:org/anamnesis/store/schema";

    /** What only PostgreSQL has. */
    private static final String POSTGRESQL = "classpath:org/anamnesis/store/postgresql";

    private Schema() {}

    private static String[] locations(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    ? new String[] {SCHEMA, POSTGRESQL}
                    : new String[] {SCHEMA};
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /**
     * Migrates.
     *
     * @throws IllegalStateException where the schema cannot be brought up to date; the product must not start
     */
    public static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations(locations(database))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException("the database's schema cannot be brought up to date", e);
        }
    }
}
