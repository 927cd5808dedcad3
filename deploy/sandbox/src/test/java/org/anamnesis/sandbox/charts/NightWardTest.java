package org.anamnesis.sandbox.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class NightWardTest {

    private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

    @Test
    void everyPatientIsAMemberOfTheGroupAndInABedOfTheWard() {
        List<String> patients = all(Patient.class).map(NightWardTest::reference).toList();
        assertThat(patients).hasSize(7);
        assertThat(all(Group.class).flatMap(group -> group.getMember().stream()))
                .extracting(member -> member.getEntity().getReference())
                .containsExactlyElementsOf(patients);
        assertThat(all(Encounter.class))
                .extracting(stay -> stay.getSubject().getReference())
                .containsExactlyElementsOf(patients);
    }

    @Test
    void valuesAreCountedBackFromTheMomentAndWhatNobodyDocumentedIsLeftOut() {
        assertThat(all(Observation.class))
                .hasSize(9 * 8 - 1)
                .allSatisfy(observation -> assertThat(Duration.between(
                                observation
                                        .getEffectiveDateTimeType()
                                        .getValue()
                                        .toInstant(),
                                NOW))
                        .isBetween(Duration.ofMinutes(25), Duration.ofMinutes(560)));
    }

    @Test
    void everyIdIsThereOnce() {
        assertThat(all(Resource.class).map(NightWardTest::reference)).doesNotHaveDuplicates();
    }

    private static <T extends Resource> Stream<T> all(Class<T> type) {
        return NightWard.at(NOW).getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
