package org.anamnesis.balp;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.ForwardedTrail;
import org.anamnesis.audit.TrailDatabase;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command over the trail. */
class AuditToolTest {

    @TempDir
    private Path folder;

    private TrailDatabase database;
    private Map<String, String> settings = Map.of("retention", "P1Y", "hold", "ward/p2, elsewhere/p1");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void threeRecordsOfAYearAgo() {
        database = new TrailDatabase();
        for (String patient : List.of("p1", "p2", "p3")) {
            database.trail()
                    .record(new org.anamnesis.audit.AuditEvent(
                            Kind.CHART_READ, "ward", Optional.of(patient), "client user", "a summary"));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void saysThatTheTrailIsIntactAndWhereItEnds() throws Exception {
        assertThat(run("verify")).isZero();
        assertThat(said()).startsWith("intact: 3 records after 0, end 3:");
        String end = said().strip().split("end ", 2)[1];
        assertThat(run("verify", end)).isZero();
        assertThat(run("verify", "3:" + "0".repeat(64))).isEqualTo(1);
        assertThat(run("verify", "4:" + "0".repeat(64)))
                .as("the end was cut off")
                .isEqualTo(1);
    }

    @Test
    void saysWhereTheTrailWasAlteredAndThenRemovesNothing() throws Exception {
        sql("update audit_event set patient = 'p9' where place = 2");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said()).isEqualToIgnoringNewLines("BROKEN at 2: ALTERED");
        assertThat(run("purge")).isEqualTo(1);
    }

    @Test
    void writesEveryRecordAsAnAuditEvent() throws Exception {
        Path file = folder.resolve("trail.ndjson");
        assertThat(run("export", file.toString())).isZero();
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .allSatisfy(line -> assertThat(FhirContext.forR4Cached()
                                .newJsonParser()
                                .parseResource(AuditEvent.class, line)
                                .getExtensionByUrl(BalpEvents.HASH)
                                .getValue()
                                .primitiveValue())
                        .hasSize(64));
        assertThat(Files.readAllLines(file).getLast()).contains("AUDIT_EXPORTED");
    }

    @Test
    void removesWhatIsOldAndNotHeldAndSaysSoInTheTrail() throws Exception {
        assertThat(run("purge")).isZero();
        assertThat(said()).startsWith("removed: 1 records");
        assertThat(run("verify")).isZero();
        assertThat(database.trail().after(0, 10))
                .extracting(row -> row.kind() + row.place())
                .containsExactly("CHART_READ2", "CHART_READ3", "AUDIT_PURGED4", "AUDIT_PURGED5");
    }

    @Test
    void understandsItsCommandsOnly() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("drop")).isEqualTo(2);
        assertThat(run("export")).isEqualTo(2);
        assertThat(run("purge", "--all")).isEqualTo(2);
        assertThat(run("verify", "3")).isEqualTo(2);
        assertThat(run("verify", "x:" + "0".repeat(64))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"P0D, ''", "P-1Y, ''", "six years, ''", "P1Y, p2", "P1Y, ward/", "P1Y, 'ward/p1 ward/p2'"})
    void aSettingThatCannotBeMeantRemovesNothing(String retention, String hold) throws Exception {
        settings = Map.of("retention", retention, "hold", hold);
        assertThat(run("purge")).isEqualTo(2);
        assertThat(said()).startsWith("nothing removed");
        assertThat(database.trail().after(0, 10)).hasSize(3);
    }

    @Test
    void keepsWhatIsStillOwedToARepositoryAndSaysHowMuch() throws Exception {
        settings = Map.of("retention", "P1Y");
        new ForwardedTrail(database.source()).promise();
        assertThat(run("purge")).isZero();
        assertThat(said()).contains("removed: 0 records").contains("kept: 3 more");
        assertThat(run("purge", "--unsent")).isZero();
        assertThat(said()).contains("removed: 3 records").doesNotContain("kept");
        assertThat(run("verify")).isZero();
    }

    @Test
    void anExportOverwritesNothingAndIsNobodyElsesToRead() throws Exception {
        Path file = folder.resolve("trail.ndjson");
        assertThat(run("export", file.toString())).isZero();
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(run("export", file.toString())).isEqualTo(2);
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(database.trail().after(0, 10))
                .extracting(row -> row.kind() + " " + row.outcome().orElse(""))
                .endsWith("AUDIT_EXPORTED BEGUN", "AUDIT_EXPORTED DONE");
    }

    @Test
    void anExportSaysWhosePatientEachIs() throws Exception {
        Path file = folder.resolve("trail.ndjson");
        assertThat(run("export", file.toString())).isZero();
        assertThat(Files.readAllLines(file).getFirst())
                .contains("\"reference\":\"https://anamnesis.example/fhir/ward/Patient/p1\"");
    }

    private int run(String... arguments) throws Exception {
        said.reset();
        return new AuditTool(
                        database.source(),
                        TrailDatabase.keys("one"),
                        Clock.offset(
                                Clock.systemUTC(),
                                Duration.between(Instant.now(), Instant.parse("2026-06-01T00:00:00Z"))),
                        new Parties("https://anamnesis.example", Map.of()),
                        settings,
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }
}
