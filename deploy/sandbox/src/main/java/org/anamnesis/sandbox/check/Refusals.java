package org.anamnesis.sandbox.check;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.sandbox.ehr.Ehr;

/** What the facade must refuse: wrong tokens, wrong patients, wrong bodies. */
final class Refusals {

    private static final String READS_ALL = "system/*.rs";
    private static final String HOSTILE = """
            {"resourceType":"Parameters","parameter":[{"name":"kind","valueDecimal":1e999999999}]}""";

    private final Places places;
    private final Ehr ehr;
    private final Ward ward;
    private final Checklist checklist;

    Refusals(Places places, Ehr ehr, Ward ward, Checklist checklist) {
        this.places = places;
        this.ehr = ehr;
        this.ward = ward;
        this.checklist = checklist;
    }

    void run(String patient, String otherPatient) throws InterruptedException {
        tokens(patient);
        checklist.step("token of another patient's chart", () -> {
            try (var bedside = new Bedside(places)) {
                bedside.signIn("dr-okafor");
                String token = bedside.token(otherPatient, places.facade(), Bedside.SCOPES);
                return refused(ward.facade().summarize(patient, Optional.of(token), Map.of()), 403);
            }
        });
        checklist.step("unknown patient", () -> refused(summarize("nobody-of-that-id", READS_ALL, Map.of()), 404));
        checklist.step("wrong parameter", () -> refused(summarize(patient, READS_ALL, Map.of("kind", "poem")), 400));
        checklist.step("hostile decimal", () -> {
            String token = ward.token(READS_ALL);
            Http.Answer answer = ward.facade().post("Patient/" + patient + "/$summarize", Optional.of(token), HOSTILE);
            String said = refused(answer, 400);
            ward.facade().get("metadata", Optional.empty()).expect(200);
            return said + ", the server is alive";
        });
    }

    private void tokens(String patient) throws InterruptedException {
        checklist.step("no token", () -> unauthorized(ward.facade().summarize(patient, Optional.empty(), Map.of())));
        checklist.step(
                "made-up token",
                () -> unauthorized(ward.facade().summarize(patient, Optional.of("e30.e30.c2ln"), Map.of())));
        checklist.step("token for the EHR, not for the product", () -> {
            String token = ehr.wardToken(READS_ALL, places.fhir());
            return unauthorized(ward.facade().summarize(patient, Optional.of(token), Map.of()));
        });
        checklist.step(
                "token without the scope", () -> refused(summarize(patient, "system/Encounter.rs", Map.of()), 403));
        checklist.step("a system's token signs nothing", () -> {
            Summary summary = ward.summarize(patient, Map.of());
            String token = ward.token("system/*.rs system/DocumentReference.cruds");
            return refused(ward.facade().sign(summary.draftId(), Optional.of(token), summary.textHash()), 403);
        });
    }

    private Http.Answer summarize(String patient, String scopes, Map<String, String> codes)
            throws IOException, InterruptedException {
        return ward.facade().summarize(patient, Optional.of(ward.token(scopes)), codes);
    }

    private static String unauthorized(Http.Answer answer) throws Broken {
        String said = refused(answer, 401);
        Broken.unless(
                answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"),
                "WWW-Authenticate is missing");
        return said + " with WWW-Authenticate";
    }

    private static String refused(Http.Answer answer, int status) throws Broken {
        Broken.unless(answer.status() == status, "the answer is " + answer.status() + ", not " + status);
        Broken.unless(answer.isOutcome(), "the answer is no OperationOutcome");
        Broken.unless(
                !answer.body().toString().contains("\tat ")
                        && !answer.body().toString().contains("Exception"),
                "the answer tells internals");
        return String.valueOf(status);
    }
}
