package org.anamnesis.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;

/**
 * Asks the EHR, with the user's own token, whose role a PractitionerRole is ({@code PractitionerRole.practitioner}, FHIR R4). No launch
 * fails for want of an answer: then a role is only itself.
 */
final class RoleHolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLE = "PractitionerRole/";

    private final EhrHttp http;

    RoleHolder(EhrHttp http) {
        this.http = http;
    }

    /**
     * The person.
     *
     * @param reference who the user is, as the EHR named them
     * @return a {@code Practitioner/id} of this EHR; empty where the user is not named by a role, or the EHR does not say whose it is
     */
    Optional<String> of(Ehr ehr, String reference, Bearer bearer) {
        if (!reference.startsWith(ROLE)) {
            return Optional.empty();
        }
        try {
            HTTPResponse answer = http.getResource(ehr, reference, bearer);
            String body = answer.getBody();
            return answer.indicatesSuccess() && body != null
                    ? person(ehr, reference, JSON.readTree(body))
                    : Optional.empty();
        } catch (AuthorizationFailed | JsonProcessingException notTold) {
            return Optional.empty();
        }
    }

    // Of another resource than was asked for nothing is believed.
    private static Optional<String> person(Ehr ehr, String reference, JsonNode role) {
        boolean isAsked =
                (role.path("resourceType").asText() + "/" + role.path("id").asText()).equals(reference);
        return Optional.of(role.path("practitioner").path("reference").asText())
                .filter(person -> isAsked)
                .flatMap(person -> FhirUser.practitioner(ehr, person))
                .filter(person -> !person.startsWith(ROLE));
    }
}
