package org.anamnesis.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.audit.TrailCheck;
import org.anamnesis.audit.TrailKeys;
import org.anamnesis.audit.TrailPurge;
import org.anamnesis.it.Exchange.Answer;
import org.anamnesis.store.NamedKeys;
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
    private static final String AUDIT_KEYS =
            "trail-1:" + Base64.getEncoder().encodeToString("32 bytes of a test, known to all".getBytes(UTF_8));

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
                .containsExactly(
                        "1", "44", "50", "51", "52", "53", "55", "56", "57", "60", "61", "65", "66", "70", "71", "74",
                        "75", "76", "77", "78");
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
            case60NothingIsReleasedThatCannotBeRecorded(facade, token);
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
                .contains(
                        "STARTED",
                        "OPERATION",
                        "TOKEN_OBTAINED",
                        "CHART_READ",
                        "EHR_QUERY",
                        "MODEL_DISCLOSURE",
                        "SIGNED",
                        "FILED");
        theTrailIsWholeAndTakesNoChange();
    }

    private static void case60NothingIsReleasedThatCannotBeRecorded(Facade facade, String token) throws SQLException {
        execute("alter table audit_head rename to audit_head_away");
        try {
            Answer refused = facade.summarizing(PATIENT, token, Facade.NOTHING);
            Facade.assertRefused(refused, 503, "audit-unavailable");
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(rows("postgres", "select id from draft")).isEmpty();
        } finally {
            execute("alter table audit_head_away rename to audit_head");
        }
    }

    private static void theTrailIsWholeAndTakesNoChange() throws SQLException {
        AuditTrail trail = new AuditTrail(
                postgres.getDatabase("postgres", "postgres"),
                TrailKeys.of(NamedKeys.parse("anamnesis.audit-keys", AUDIT_KEYS)),
                Clock.systemUTC());
        assertThat(trail.check()).isInstanceOf(TrailCheck.Intact.class);
        for (String sql : List.of(
                "update audit_event set detail = 'another' where place = 2",
                "delete from audit_event where place = 2",
                "truncate audit_event")) {
            assertThatThrownBy(() -> execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        Instant later = Instant.now().plusSeconds(60);
        new TrailPurge(
                        postgres.getDatabase("postgres", "postgres"),
                        TrailKeys.of(NamedKeys.parse("anamnesis.audit-keys", AUDIT_KEYS)))
                .before(later, Set.of(), false, later)
                .rows();
        assertThat(rows("postgres", "select place from audit_event")).isEmpty();
        assertThat(trail.check()).isInstanceOf(TrailCheck.Intact.class);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        postgres.getDatabase("postgres", "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> environment() {
        return Map.of(
                "ANAMNESIS_AUDIT_KEYS", AUDIT_KEYS,
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
