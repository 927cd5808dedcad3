package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who launches, where the EHR names a role. */
class RoleHolderTest {

    private static final String ROLE = "/fhir/PractitionerRole/r1";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private Launched launched;

    @BeforeEach
    void launch() throws Exception {
        launched = new Launched(ehr, http, clock, directory);
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", ehr.fhirBase() + "/PractitionerRole/r1");
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void theEhrSaysWhoseRoleItIsAndThatOutlivesARestart() {
        ehr.resources.put(ROLE, role("r1", "Practitioner/dr1"));
        OpenedChart chart = launched.chart(ehr);
        assertThat(chart.user().practitioner()).hasValue("PractitionerRole/r1");
        assertThat(chart.user().person()).hasValue("Practitioner/dr1");
        assertThat(new BannerReader(http).user(chart)).as("a role has no name").hasValue("Dr. Eva Hand");
        assertThat(launched.keeper
                        .open(
                                launched.keeper.text(chart),
                                new MemoryPlace(chart.access().held().orElseThrow()))
                        .orElseThrow()
                        .user())
                .isEqualTo(chart.user());
        ehr.resources.put(ROLE, role("r1", ehr.fhirBase() + "/Practitioner/dr1"));
        assertThat(person()).hasValue("Practitioner/dr1");
    }

    @Test
    void whatIsNoPersonOfThisEhrIsNobody() {
        for (String reference : new String[] {
            "",
            "PractitionerRole/r2",
            "Patient/p1",
            "#p",
            "urn:uuid:6e6b1d7a-7a0c-4c4e-8a58-0d4f6a1a4a11",
            "https://elsewhere.example/fhir/Practitioner/dr1",
            "Practitioner/../Practitioner/dr1"
        }) {
            ehr.resources.put(ROLE, role("r1", reference));
            assertThat(person()).as(reference).isEmpty();
        }
    }

    @Test
    void anotherRoleThanWasAskedForIsNotBelieved() {
        ehr.resources.put(ROLE, role("r2", "Practitioner/dr1"));
        assertThat(person()).isEmpty();
        ehr.resources.put(ROLE, role("r1", "Practitioner/dr1").replace("PractitionerRole", "Basic"));
        assertThat(person()).isEmpty();
    }

    @Test
    void aRoleThatTheEhrDoesNotShowIsOnlyItselfAndTheChartOpens() {
        OpenedChart chart = launched.chart(ehr);
        assertThat(chart.user().practitioner()).hasValue("PractitionerRole/r1");
        assertThat(chart.user().person()).isEmpty();
    }

    @Test
    void aPractitionerIsNotAskedAbout() {
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", "Practitioner/dr1");
        assertThat(person()).isEmpty();
        assertThat(ehr.asked("/fhir/Practitioner/dr1")).isZero();
    }

    private Optional<String> person() {
        return launched.chart(ehr).user().person();
    }

    private static String role(String id, String practitioner) {
        return """
                {"resourceType":"PractitionerRole","id":"%s","practitioner":{"reference":"%s"}}""".formatted(id, practitioner);
    }
}
