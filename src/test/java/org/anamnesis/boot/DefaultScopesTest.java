package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.Registration;
import org.anamnesis.fetch.SearchPlan;
import org.anamnesis.smart.Scopes;
import org.junit.jupiter.api.Test;

/** A type that is read and not asked for would be "not permitted" in every chart. */
class DefaultScopesTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "anamnesis.base-url", "https://anamnesis.example.org",
            "anamnesis.ehrs", "clinic",
            "anamnesis.ehr.clinic.fhir-base", "https://ehr.example.org/fhir",
            "anamnesis.ehr.clinic.issuer", "https://ehr.example.org",
            "anamnesis.ehr.clinic.backend-client-id", "backend",
            "anamnesis.ehr.clinic.app-client-id", "app");

    private static final Ehr EHR = EhrSettings.read(SETTINGS.keySet(), key -> Optional.ofNullable(SETTINGS.get(key)))
            .get(new EhrId("clinic"));

    private static Scopes asked(Registration registration) {
        return Scopes.of(registration.scopes());
    }

    private static Stream<String> typesRead() {
        return Stream.concat(
                Stream.of("Patient", "Medication", "Location", "Binary"), SearchPlan.DEFAULT.types().stream());
    }

    @Test
    void coverEveryTypeThatAChartIsReadFrom() {
        assertThat(typesRead()).allMatch(asked(EHR.backend())::mayRead);
        assertThat(typesRead()).allMatch(asked(EHR.app().orElseThrow())::mayRead);
    }

    @Test
    void askForNothingByAWildcardAndForNoWritingOfTheUser() {
        assertThat(EHR.backend().scopes()).noneMatch(scope -> scope.contains("*"));
        assertThat(EHR.app().orElseThrow().scopes())
                .noneMatch(scope -> scope.contains("*"))
                .noneMatch(scope -> scope.matches(".*\\.[rs]*[cud].*"));
    }

    @Test
    void coverFiling() {
        assertThat(asked(EHR.backend())
                        .missing(Scopes.parse("system/DocumentReference.crs system/Provenance.crs system/Device.crs")))
                .isEmpty();
    }
}
