package org.anamnesis.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinician signs a draft, and the document is read back from the EHR, once. */
final class Signing {

    private static final String PRACTITIONER = "dr-hassan";
    private static final Set<String> FILED = Set.of("filed", "already-filed");

    private final Places places;
    private final Ward ward;
    private final Checklist checklist;

    Signing(Places places, Ward ward, Checklist checklist) {
        this.places = places;
        this.ward = ward;
        this.checklist = checklist;
    }

    void run(String patient) throws InterruptedException {
        try (var bedside = new Bedside(places)) {
            Holder held = new Holder();
            boolean ready = checklist.step("sign-in and token of " + PRACTITIONER, () -> {
                bedside.signIn(PRACTITIONER);
                held.token = bedside.token(patient, places.facade(), Bedside.SCOPES);
                return "authorization code with PKCE, for " + patient;
            });
            if (!ready || !checklist.step("draft to sign", () -> draft(patient, held))) {
                return;
            }
            checklist.step("sign with a wrong hash", () -> {
                Http.Answer answer = ward.facade().sign(held.draft, Optional.of(held.token), "0".repeat(64));
                Broken.unless(answer.status() >= 400 && answer.status() < 500, "the answer is " + answer.status());
                return "refused with " + answer.status();
            });
            if (checklist.step("sign", () -> sign(held))) {
                checklist.step("document in the EHR", () -> document(patient, held));
                checklist.step("provenance in the EHR", () -> provenance(held));
                checklist.step("sign again", () -> signAgain(held));
            }
        }
    }

    /** What one step leaves for the next. */
    private static final class Holder {
        String token = "";
        String draft = "";
        String hash = "";
        String location = "";
    }

    private String draft(String patient, Holder held) throws Exception {
        Summary summary = Summary.read(ward.facade()
                .summarize(patient, Optional.of(held.token), Map.of())
                .expect(200)
                .body());
        held.draft = summary.draftId();
        held.hash = summary.textHash();
        return "made with the practitioner's own token, hash " + held.hash.substring(0, 12);
    }

    private String sign(Holder held) throws Exception {
        JsonNode answer = ward.facade()
                .sign(held.draft, Optional.of(held.token), held.hash)
                .expect(200)
                .body();
        String outcome = Summary.value(answer, "outcome").orElse("missing");
        Broken.unless(FILED.contains(outcome), "the outcome is " + outcome);
        held.location = Summary.value(answer, "location").orElse("");
        Broken.unless(held.location.startsWith("DocumentReference/"), "no location is given");
        return outcome + " as " + held.location;
    }

    private String document(String patient, Holder held) throws Exception {
        JsonNode document = ward.read(held.location).expect(200).body();
        Broken.unless(document.path("docStatus").asText().equals("final"), "its docStatus is not final");
        Broken.unless(
                document.path("subject").path("reference").asText().endsWith("Patient/" + patient),
                "it is about another patient");
        JsonNode attachment = document.path("content").path(0).path("attachment");
        byte[] text = Base64.getDecoder().decode(attachment.path("data").asText());
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        Broken.unless(hash.equals(held.hash), "its text is not the text that was signed");
        Broken.unless(document.path("meta").path("security").toString().contains("AIAST"), "it lacks the label AIAST");
        String words = new String(text, StandardCharsets.UTF_8);
        return words.lines().count() + " lines, " + text.length + " bytes, hash as signed, labelled AIAST";
    }

    private String provenance(Holder held) throws Exception {
        String id = held.location.split("/_history/", 2)[0];
        JsonNode found = ward.read("Provenance?target=" + id).expect(200).body();
        Broken.unless(found.path("entry").size() == 1, found.path("entry").size() + " Provenances, not 1");
        String agents =
                found.path("entry").path(0).path("resource").path("agent").toString();
        Broken.unless(agents.contains("Practitioner/" + PRACTITIONER), "the practitioner is no agent of it");
        Broken.unless(agents.contains("Device/"), "the product is no agent of it");
        return "one, author a Device, verifier " + PRACTITIONER;
    }

    private String signAgain(Holder held) throws Exception {
        JsonNode answer = ward.facade()
                .sign(held.draft, Optional.of(held.token), held.hash)
                .expect(200)
                .body();
        String outcome = Summary.value(answer, "outcome").orElse("missing");
        Broken.unless(outcome.equals("already-filed"), "the outcome is " + outcome);
        JsonNode found = ward.read("DocumentReference?identifier=urn:ietf:rfc:3986%7Curn:uuid:" + held.draft)
                .expect(200)
                .body();
        Broken.unless(found.path("entry").size() == 1, found.path("entry").size() + " documents, not 1");
        return "already-filed; the EHR still has exactly one document";
    }
}
