package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.it.Exchange.Answer;
import org.anamnesis.store.Schema;
import org.anamnesis.web.WildFly;
import org.hl7.fhir.r4.model.Parameters;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The product on PostgreSQL: a second server beside the first, with the same address in its settings and the same keys, as the
 * nodes of one installation are.
 */
@ExtendWith(ArquillianExtension.class)
class PostgresIT {

    private static final String PATIENT = "okonjo";

    private static EmbeddedPostgres postgres;

    /** The EHR asks for the keys where the settings say the product is. */
    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Servers.directory().resolve("postgres"))
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void theSchemaMigratesOnceAndStays() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database schema_alone");
        }
        Schema.migrate(postgres.getDatabase("postgres", "schema_alone"));
        Schema.migrate(postgres.getDatabase("postgres", "schema_alone"));
        assertThat(rows("schema_alone", "select version from flyway_schema_history where success"))
                .containsExactly("1", "44", "50", "51", "52", "53", "60", "61");
        assertThat(rows("schema_alone", "select place from audit_head")).containsExactly("0");
    }

    @Test
    void aSummaryIsKeptSignedAndFiled() throws Exception {
        new Ehr().faults();
        new Model().play("behaves");
        Map<String, String> settings = new TreeMap<>(Servers.settings());
        settings.keySet().removeIf(key -> key.startsWith("jboss."));
        Path base = Servers.directory().resolve("postgres-node");
        try (WildFly node = new WildFly(Path.of(System.getProperty("jboss.home")), base, settings, environment());
                Bedside bedside = new Bedside("dr-okafor")) {
            Facade facade = new Facade(URI.create(node.origin()));
            String token = bedside.token(PATIENT);
            Summary summary = facade.summarize(PATIENT, token);
            assertThat(rows("postgres", "select state from draft where id = '" + summary.draft() + "'"))
                    .containsExactly("DRAFTED");
            Answer signed = facade.sign(summary.draft(), token, summary.hash());
            assertThat(signed.status()).as(signed.text()).isEqualTo(200);
            assertThat(signed.resource(Parameters.class)
                            .getParameter("outcome")
                            .getValue()
                            .primitiveValue())
                    .isEqualTo("filed");
        }
        assertThat(rows("postgres", "select state from draft")).containsExactly("FILED");
        assertThat(rows("postgres", "select distinct kind from audit_event order by kind"))
                .contains("CHART_READ", "MODEL_DISCLOSURE", "SIGNED", "FILED");
    }

    private static Map<String, String> environment() {
        return Map.of(
                "ANAMNESIS_DB_DRIVER", "postgresql",
                "ANAMNESIS_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "ANAMNESIS_DB_USER", "postgres",
                "ANAMNESIS_DB_PASSWORD", "postgres");
    }

    private static List<String> rows(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
