package org.anamnesis.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema to this version of the product; it never goes back. */
public final class Schema {

    private Schema() {}

    /**
     * Migrates.
     *
     * @throws IllegalStateException where the schema cannot be brought up to date; the product must not start
     */
    public static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:org/anamnesis/store/schema")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException("the database's schema cannot be brought up to date", e);
        }
    }
}
