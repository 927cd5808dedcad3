package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.ClientAuthentication.SignedAssertion;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.smart.Feature.Off;
import org.anamnesis.smart.Feature.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTest {

    private static final Set<String> ALL = new LinkedHashSet<>(List.of(
            "launch",
            "openid",
            "fhirUser",
            "online_access",
            "patient/Patient.rs",
            "patient/Condition.rs",
            "patient/MedicationRequest.rs",
            "patient/AllergyIntolerance.rs",
            "patient/Observation.rs",
            "patient/Encounter.rs",
            "patient/DocumentReference.rs",
            "patient/Binary.rs"));

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void onlyFilingIsOffWhereEverythingWasGrantedToAnInstallationThatCannotFile() throws Exception {
        assertThat(off(ALL))
                .containsExactly(new Off(Feature.FILING, Why.NOT_ASKED, List.of("system/DocumentReference.c")));
    }

    @Test
    @Requirement(147)
    void namesWhatTheEhrDidNotGrantAndWhatThatCosts() throws Exception {
        grant("openid fhirUser online_access patient/Patient.rs patient/Condition.rs patient/MedicationRequest.rs"
                + " patient/AllergyIntolerance.rs patient/Observation.r patient/Encounter.rs");
        assertThat(off(ALL))
                .contains(
                        new Off(Feature.SUMMARY, Why.NOT_GRANTED, List.of("patient/Observation.s")),
                        new Off(Feature.TRIAGE, Why.NOT_GRANTED, List.of("patient/Observation.s")),
                        new Off(
                                Feature.NOTES,
                                Why.NOT_GRANTED,
                                List.of("patient/DocumentReference.rs", "patient/Binary.rs")));
    }

    @Test
    void namesWhatThisInstallationDoesNotAskFor() throws Exception {
        Set<String> fewer = new LinkedHashSet<>(ALL);
        fewer.remove("patient/Binary.rs");
        assertThat(off(fewer)).contains(new Off(Feature.NOTES, Why.NOT_ASKED, List.of("patient/Binary.rs")));
    }

    @Test
    void namesWardsOnlyWhereTheyWereAskedFor() throws Exception {
        assertThat(off(ALL)).extracting(Off::feature).doesNotContain(Feature.WARD);
        Set<String> more = new LinkedHashSet<>(ALL);
        more.addAll(List.of("user/Patient.rs", "user/Observation.rs", "user/Encounter.rs"));
        grant(String.join(" ", ALL));
        assertThat(off(more))
                .contains(new Off(
                        Feature.WARD,
                        Why.NOT_GRANTED,
                        List.of("user/Patient.rs", "user/Observation.rs", "user/Encounter.rs")));
    }

    @Test
    void namesASignatureThatNobodyCanGiveAndASignInThatWillEnd() throws Exception {
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", "Patient/p1");
        ehr.tokenAnswer = answer -> {
            Map<String, Object> less = new java.util.HashMap<>(answer);
            less.remove("refresh_token");
            return less;
        };
        assertThat(off(ALL))
                .contains(
                        new Off(Feature.SIGNATURE, Why.NO_PRACTITIONER, List.of()),
                        new Off(Feature.RENEWAL, Why.NO_REFRESH, List.of()));
    }

    private void grant(String scopes) {
        ehr.tokenAnswer = answer -> {
            answer.put("scope", scopes);
            return answer;
        };
    }

    private List<Off> off(Set<String> asked) throws Exception {
        return Feature.offIn(new Launched(
                        ehr.registered("ward", new SignedAssertion(SigningAlgorithm.RS384), asked),
                        http,
                        clock,
                        directory)
                .chart(ehr));
    }
}
