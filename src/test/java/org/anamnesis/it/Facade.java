package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;

/** The product's FHIR facade, as callers see it. */
final class Facade {

    /** A Parameters resource without parameters. */
    static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    /** A body with one string parameter. */
    static String parameters(String name, String value) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueString\":\"" + value
                + "\"}]}";
    }

    /** The system of the product's own codes. */
    static final String PROBLEMS = "https://anamnesis.org/fhir/problems";

    private final Exchange http = new Exchange();
    private final URI server;

    Facade() {
        this(Servers.product());
    }

    Facade(URI server) {
        this.server = server;
    }

    URI at(String path) {
        return URI.create(server + "/fhir/sandbox/" + path);
    }

    Answer get(String path, String... headers) {
        return http.get(at(path), headers);
    }

    Answer post(String path, String token, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request, headers);
    }

    Answer send(HttpRequest.Builder request, String... headers) {
        return http.send(request, headers);
    }

    Answer summarizing(String patient, String token, String body) {
        return post("Patient/" + patient + "/$summarize", token, Exchange.FHIR_JSON, body);
    }

    /** A summary that must succeed. */
    Summary summarize(String patient, String token) {
        Answer answer = summarizing(patient, token, NOTHING);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Summary(answer.resource(Parameters.class));
    }

    Answer sign(String draft, String token, String hash) {
        return post(
                "DocumentReference/" + draft + "/$sign",
                token,
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"text-hash\",\"valueString\":\"" + hash
                        + "\"}]}");
    }

    /** A refusal in FHIR's words with our code and nothing of the inside. */
    static OperationOutcome assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        OperationOutcome outcome = answer.resource(OperationOutcome.class);
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getSystem())
                .isEqualTo(PROBLEMS);
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo(code);
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "java.", "HAPI-");
        return outcome;
    }
}
