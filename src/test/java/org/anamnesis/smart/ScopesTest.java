package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.anamnesis.conformance.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.rs, patient/Observation.rs",
        "user/*.cruds, user/*.cruds",
        "system/DocumentReference.c, system/DocumentReference.c",
        "patient/Observation.read, patient/Observation.rs",
        "patient/Observation.write, patient/Observation.cud",
        "patient/*.*, patient/*.cruds",
        "patient/Observation.rs?category=http://x|lab, patient/Observation.rs?category=http://x|lab",
        "patient/Observation.rs?status=final&category=a, patient/Observation.rs?category=a&status=final",
        "http://smarthealthit.org/fhir/scopes/patient/Observation.rs, patient/Observation.rs"
    })
    @Requirement({120, 121, 122, 124, 125, 132, 135, 137, 141, 143, 146, 219})
    void readsBothSpellings(String text, String asVersionTwo) {
        assertThat(ResourceScope.parse(text)).map(ResourceScope::toString).contains(asVersionTwo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Observation.dus",
                "patient/Observation.sr",
                "patient/Observation.rr",
                "patient/Observation.",
                "patient/Observation",
                "patient/observation.rs",
                "Patient/Observation.rs",
                "group/Observation.rs",
                "patient/Observation.rs?",
                "patient/Observation.rs?category",
                "patient/Observation.rs?category=",
                "patient/Observation.rs?a=1&",
                "patient/Observation.rs?a=1?b=2",
                "patient/Observation.rsx",
                "patient/Obs*.rs",
                "launch/patient",
                "openid"
            })
    @Requirement({132, 135})
    void leavesAsideWhatIsNotOfTheGrammar(String text) {
        assertThat(ResourceScope.parse(text)).isEmpty();
        assertThat(Scopes.parse(text).others()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.rs, patient/Observation.r, true",
        "patient/Observation.r, patient/*.r, false",
        "patient/Observation.rs, patient/Observation.cruds, false",
        "system/Observation.rs, patient/Observation.rs, true",
        "user/Observation.rs, patient/Observation.rs, true",
        "patient/Observation.rs, user/Observation.rs, false",
        "patient/Observation.rs, patient/Condition.rs, false",
        "patient/Observation.rs, patient/Observation.rs?category=lab, true",
        "patient/Observation.rs?category=lab, patient/Observation.rs, false",
        "patient/Observation.rs?category=lab, patient/Observation.rs?category=vital, false",
        "patient/Observation.rs?category=lab, patient/Observation.rs?category=lab&status=final, true",
        "patient/Observation.read, patient/Observation.s, true"
    })
    @Requirement({120, 121, 122, 124, 125})
    void coversWhatIsAsNarrowOrNarrower(String granted, String required, boolean covers) {
        assertThat(scope(granted).covers(scope(required))).isEqualTo(covers);
    }

    @Test
    void addsUpWhatSeveralScopesAllow() {
        Scopes granted = Scopes.parse("patient/Observation.r  patient/*.s openid");
        assertThat(granted.covers(scope("patient/Observation.rs"))).isTrue();
        assertThat(granted.covers(scope("patient/Condition.rs"))).isFalse();
    }

    @Test
    void saysJustWhatIsMissing() {
        Scopes granted = Scopes.parse("system/Observation.rs system/DocumentReference.s");
        assertThat(granted.missing(
                        scope("patient/Observation.rs"), scope("user/DocumentReference.crs"), scope("user/Device.c")))
                .map(ResourceScope::toString)
                .containsExactly("user/DocumentReference.cr", "user/Device.c");
    }

    @Test
    void case31KeepsTheLeastOfAskedAndGranted() {
        Scopes asked = Scopes.parse("openid patient/Observation.rs patient/Condition.rs");
        assertThat(Scopes.parse("openid offline_access patient/*.cruds system/*.*")
                        .within(asked))
                .isEqualTo(asked);
        assertThat(Scopes.parse("patient/Observation.cr?category=lab user/Flag.r")
                        .within(asked))
                .hasToString("patient/Observation.r?category=lab");
    }

    @Test
    void coveringHoldsItsLawsForScopesOfEveryKind() {
        Random random = new Random(20260101);
        List<ResourceScope> all = new ArrayList<>();
        for (int at = 0; at < 120; at++) {
            all.add(anyScope(random));
        }
        for (ResourceScope one : all) {
            assertThat(one.covers(one)).isTrue();
            assertThat(ResourceScope.parse(one.toString())).contains(one);
            for (ResourceScope other : all) {
                assertThat(one.covers(other) && other.covers(one)).isEqualTo(one.equals(other));
                assertThat(new Scopes(java.util.Set.of(one), java.util.Set.of()).covers(other))
                        .isEqualTo(one.covers(other));
                for (ResourceScope third : all) {
                    assertThat(one.covers(other) && other.covers(third) && !one.covers(third))
                            .isFalse();
                }
            }
        }
    }

    private static ResourceScope anyScope(Random random) {
        String letters = "";
        while (letters.isEmpty()) {
            for (String letter : List.of("c", "r", "u", "d", "s")) {
                letters += random.nextBoolean() ? letter : "";
            }
        }
        String query = List.of("", "", "?a=1", "?b=2", "?a=1&b=2").get(random.nextInt(5));
        return scope(List.of("patient", "user", "system").get(random.nextInt(3)) + "/"
                + List.of("*", "Observation", "Condition").get(random.nextInt(3)) + "." + letters + query);
    }

    private static ResourceScope scope(String text) {
        return ResourceScope.parse(text).orElseThrow();
    }
}
