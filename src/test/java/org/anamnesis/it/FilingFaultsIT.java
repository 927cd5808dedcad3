package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Exactly once through deaths of nodes, cut connections and an unreliable EHR, on both databases. How many documents is
 * {@code filing.documents}; {@code deploy/filing-storm} runs it with a thousand.
 */
@ExtendWith(ArquillianExtension.class)
class FilingFaultsIT {

    private static final int DOCUMENTS = Integer.getInteger("filing.documents", 16);

    /** The EHR asks for the keys where the settings say the product is. */
    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @Test
    void case61TwoNodesKilledAndCutOffOnPostgresFileEachDocumentOnce() throws Exception {
        Path directory = Servers.directory().resolve("storm-postgres");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(directory.resolve("data"))
                        .start();
                FilingStorm storm = new FilingStorm(directory, environment(postgres), () -> cut(postgres))) {
            FilingStorm.Figures figures = storm.run(DOCUMENTS, 2, true);
            print("PostgreSQL, faults", figures);
            assertThat(figures.kills()).isPositive();
        }
    }

    @Test
    void case56ANodeKilledOverAndOverOnTheEmbeddedDatabaseFilesEachDocumentOnce() throws Exception {
        Path directory = Servers.directory().resolve("storm-h2");
        Map<String, String> environment = Map.of(
                "ANAMNESIS_DB_URL",
                "jdbc:h2:file:" + directory.resolve("database") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        try (FilingStorm storm = new FilingStorm(directory, environment, () -> {})) {
            FilingStorm.Figures figures = storm.run(DOCUMENTS, 1, true);
            print("embedded, faults", figures);
            assertThat(figures.kills()).isPositive();
        }
    }

    /** For {@code deploy/filing-storm}: how fast it is undisturbed. */
    @Test
    @EnabledIfSystemProperty(named = "filing.speed", matches = "true")
    void howFastOneNodeAndTwoAre() throws Exception {
        for (int nodes = 1; nodes <= 2; nodes++) {
            Path directory = Servers.directory().resolve("speed-" + nodes);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                            .setDataDirectory(directory.resolve("data"))
                            .start();
                    FilingStorm storm = new FilingStorm(directory, environment(postgres), () -> {})) {
                FilingStorm.Figures figures = storm.run(DOCUMENTS, nodes, false);
                print("PostgreSQL, undisturbed", figures);
                assertThat(figures.kills()).isZero();
            }
        }
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres) {
        return Map.of(
                "ANAMNESIS_DB_DRIVER", "postgresql",
                "ANAMNESIS_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "ANAMNESIS_DB_USER", "postgres",
                "ANAMNESIS_DB_PASSWORD", "postgres");
    }

    /** As a restart of the database does to everybody who was connected. */
    private static void cut(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("SystemOut") // figures are for who runs it
    private static void print(String name, FilingStorm.Figures figures) {
        System.out.printf(
                "%s: %d documents signed, each in the EHR once; %d node(s), %d killed; %.1f s, %.1f documents/s%n",
                name,
                figures.documents(),
                figures.nodes(),
                figures.kills(),
                figures.took().toMillis() / 1000.0,
                figures.perSecond());
    }
}
