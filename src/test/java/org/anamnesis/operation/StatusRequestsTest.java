package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.jobs.JobRequest;
import org.anamnesis.jobs.JobSettings;
import org.anamnesis.jobs.Jobs;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.Scopes;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.UserReach;
import org.anamnesis.store.RememberedJobs;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers to who asks for a request that is answered later, and how it is asked for at all. */
class StatusRequestsTest {

    private static final String OK = "{\"status\":200,\"contentType\":\"application/fhir+json\",\"body\":"
            + "\"{\\\"resourceType\\\":\\\"Parameters\\\",\\\"id\\\":\\\"a\\\"}\",\"about\":\"p1\",\"completion\":\"%s\"}";
    private static final String REFUSED = "{\"status\":404,\"contentType\":\"application/fhir+json\",\"body\":"
            + "\"{\\\"resourceType\\\":\\\"OperationOutcome\\\",\\\"issue\\\":[{\\\"severity\\\":\\\"error\\\","
            + "\\\"code\\\":\\\"not-found\\\"}]}\",\"about\":\"\",\"completion\":\"bundle\"}";

    private final SteppedClock clock = new SteppedClock();
    private final RememberedJobs kept = new RememberedJobs();
    private final Jobs jobs = new Jobs(kept, JobSettings.DEFAULT, clock);
    private final RecordedEvents audit = new RecordedEvents();
    private final StatusRequests statuses =
            new StatusRequests(jobs, audit, registry(), FhirContext.forR4Cached());
    private final FacadeCall call = new FacadeCall(
            new EhrId("ward"),
            new Caller(
                    "client",
                    "user",
                    Scopes.NONE,
                    Optional.of("p1"),
                    Optional.empty(),
                    Optional.empty(),
                    "jti",
                    Instant.EPOCH,
                    UserReach.NOBODY));
    private final String name = jobs.make(new JobRequest(
                    "ward",
                    "/Patient/p1/$ask",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    "{}".getBytes(StandardCharsets.UTF_8),
                    call.caller(),
                    Optional.of("p1"),
                    JobSettings.Completion.REDIRECT))
            .orElseThrow()
            .name();

    @Test
    void oneThatIsNotDoneIs202WithProgressAndWhenToAskAgain() throws IOException {
        HttpServletResponse response = ask("GET", false);
        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getHeader("X-Progress")).isEqualTo("waiting");
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getHeader("Expires")).isEqualTo("Tue, 6 May 2031 13:08:09 GMT");
        assertThat(problem("GET", false).orElseThrow().status()).isEqualTo(429);
        assertThat(problem("GET", true).orElseThrow().status()).isEqualTo(404);
    }

    @Test
    void oneThatIsDoneIs303ToTheResultWhoseGivingOutIsRecorded() throws IOException {
        done(OK.formatted("redirect"));
        HttpServletResponse response = ask("GET", false);
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location"))
                .isEqualTo("https://anamnesis.example.org/fhir/ward/_async/" + name + "/result");
        assertThat(audit.events()).isEmpty();
        KeptAnswer answer = new KeptAnswer();
        assertThat(answer(answer, "GET", true)).isEmpty();
        assertThat(answer.text()).isEqualTo("{\"resourceType\":\"Parameters\",\"id\":\"a\"}");
        assertThat(audit.events()).singleElement().satisfies(event -> assertThat(event.patient())
                .contains("p1"));
    }

    @Test
    void invariant9WhereTheAuditCannotBeWrittenNoResultIsGivenOut() throws IOException {
        done(OK.formatted("redirect"));
        audit.refuse();
        KeptAnswer answer = new KeptAnswer();
        assertThatThrownBy(() -> answer(answer, "GET", true)).isInstanceOf(IllegalStateException.class);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aBundleHoldsTheResultOrTheOutcomeOfARefusal() throws IOException {
        done(OK.formatted("bundle"));
        KeptAnswer answer = new KeptAnswer();
        answer(answer, "GET", false);
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.text());
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
        assertThat(bundle.getEntryFirstRep().getResponse().getStatus()).isEqualTo("200 OK");
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Parameters.class);
    }

    @Test
    void aRefusalIsABundleTooWithItsStatusInTheEntry() throws IOException {
        done(REFUSED);
        KeptAnswer answer = new KeptAnswer();
        answer(answer, "GET", false);
        assertThat(answer.status()).isEqualTo(200);
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.text());
        assertThat(bundle.getEntryFirstRep().getResponse().getStatus()).isEqualTo("404 Not Found");
        assertThat(bundle.getEntryFirstRep().getResponse().getOutcome()).isInstanceOf(OperationOutcome.class);
    }

    @Test
    void oneThatIsGivenUpIs202AndThenUnknown() throws IOException {
        assertThat(ask("DELETE", false).getStatus()).isEqualTo(202);
        assertThat(problem("GET", false).orElseThrow().code()).isEqualTo("unknown-request");
        assertThat(problem("DELETE", false).orElseThrow().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "respond-async, true",
        "'return=representation, respond-async', true",
        "respond-async; wait=5, true",
        "not-respond-async-at-all, false",
        "return=minimal, false"
    })
    void onlyWhoPrefersItIsAnsweredLater(String prefer, boolean later) {
        assertThat(isAsked("/Patient/p1/$summarize", prefer)).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/DocumentReference/d1/$sign", "/Patient/p1/$override-acuity", "/Patient/p1", "/metadata"})
    void invariant3WhatAPersonDoesIsAnsweredAtOnce(String path) {
        assertThat(isAsked(path, "respond-async")).isFalse();
    }

    @Test
    void aFormatOfOutputAndAnUnknownModeAreRefused() {
        assertThat(marked("_outputFormat=application/fhir%2Bndjson").orElseThrow().code())
                .isEqualTo("output-format");
        assertThat(marked("_asyncMode=pigeon").orElseThrow().code()).isEqualTo("wrong-parameter");
        assertThat(marked("_asyncMode=bundle")).isEmpty();
        assertThat(marked("")).isEmpty();
    }

    private Optional<Problem> marked(String query) {
        return KickOff.mark(
                CameRequest.of("POST", query, Map.of()),
                new FacadePath(new EhrId("ward"), "/Patient/p1/$ask"),
                jobs,
                "https://anamnesis.example.org/fhir/ward");
    }

    private static boolean isAsked(String path, String prefer) {
        return KickOff.isAsked(
                CameRequest.of("POST", "", Map.of("Prefer", prefer)), new FacadePath(new EhrId("ward"), path));
    }

    private void done(String result) {
        Instant now = clock.instant();
        kept.take(kept.only(), "node", now, now.plus(Duration.ofSeconds(20))).orElseThrow();
        kept.finish(kept.only(), "node", result);
    }

    private HttpServletResponse ask(String method, boolean result) throws IOException {
        KeptAnswer answer = new KeptAnswer();
        assertThat(answer(answer, method, result)).isEmpty();
        return answer.response();
    }

    private Optional<Problem> problem(String method, boolean result) throws IOException {
        return answer(new KeptAnswer(), method, result);
    }

    private Optional<Problem> answer(KeptAnswer into, String method, boolean result) throws IOException {
        return statuses.answer(
                CameRequest.of(method, "", Map.of()),
                into.response(),
                new StatusRequests.Asked(name, result),
                call);
    }

    private static EhrRegistry registry() {
        Map<String, String> settings = Map.of(
                "anamnesis.base-url", "https://anamnesis.example.org",
                "anamnesis.ehrs", "ward",
                "anamnesis.ehr.ward.fhir-base", "https://ehr.example.org/ward",
                "anamnesis.ehr.ward.issuer", "https://ehr.example.org",
                "anamnesis.ehr.ward.backend-client-id", "backend");
        return EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
    }
}
