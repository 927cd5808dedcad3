package org.anamnesis.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anamnesis.smart.AuthorizationFailed.Reason;

/** Reads, with the user's own token, whose chart is open and who has it open. */
public final class BannerReader {

    private static final int UNAUTHORIZED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final List<String> NAME_USES = List.of("official", "usual", "");

    private final EhrHttp http;

    BannerReader(EhrHttp http) {
        this.http = http;
    }

    /**
     * The patient of a chart.
     *
     * @throws AuthorizationFailed if the EHR does not give it
     */
    public Banner patient(OpenedChart chart) {
        JsonNode patient = read(chart, "Patient/" + chart.patientId());
        if (!patient.path("id").asText().equals(chart.patientId())) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
        Optional<String> birthDate = text(patient.path("birthDate"));
        Optional<String> deceasedOn = text(patient.path("deceasedDateTime"));
        return new Banner(
                name(patient),
                birthDate,
                birthDate.flatMap(BannerReader::day),
                text(patient.path("gender")),
                mrn(patient),
                deceasedOn.isPresent() || patient.path("deceasedBoolean").asBoolean(false),
                deceasedOn);
    }

    /** The user's name: from the id token, else from the Practitioner; absent where the EHR gives neither. */
    public Optional<String> user(OpenedChart chart) {
        if (chart.user().name().isPresent()) {
            return chart.user().name();
        }
        try {
            return chart.user()
                    .person()
                    .or(chart.user()::practitioner)
                    .filter(reference -> reference.startsWith("Practitioner/"))
                    .flatMap(reference -> name(read(chart, reference)));
        } catch (AuthorizationFailed notGiven) {
            return Optional.empty();
        }
    }

    private JsonNode read(OpenedChart chart, String reference) {
        Bearer bearer = chart.access().bearer();
        HTTPResponse answer = http.getResource(chart.ehr(), reference, bearer);
        if (answer.getStatusCode() == UNAUTHORIZED) {
            chart.access().refused(bearer.value());
            answer = http.getResource(chart.ehr(), reference, chart.access().bearer());
        }
        String body = answer.getBody();
        if (!answer.indicatesSuccess() || body == null) {
            throw new AuthorizationFailed(answer.getStatusCode() == UNAUTHORIZED ? Reason.ENDED : Reason.UNUSABLE);
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
    }

    private static Optional<String> name(JsonNode person) {
        return NAME_USES.stream()
                .flatMap(use -> elements(person.path("name"))
                        .filter(name -> name.path("use").asText("").equals(use)))
                .findFirst()
                .map(BannerReader::words)
                .filter(words -> !words.isBlank());
    }

    private static String words(JsonNode name) {
        return text(name.path("text"))
                .orElseGet(() -> Stream.of(
                                elements(name.path("prefix")).map(JsonNode::asText),
                                elements(name.path("given")).map(JsonNode::asText),
                                text(name.path("family")).stream(),
                                elements(name.path("suffix")).map(JsonNode::asText))
                        .flatMap(part -> part)
                        .collect(Collectors.joining(" ")));
    }

    private static Optional<String> mrn(JsonNode patient) {
        return elements(patient.path("identifier"))
                .filter(identifier -> elements(identifier.path("type").path("coding"))
                        .anyMatch(coding -> coding.path("system").asText().equals(IDENTIFIER_TYPES)
                                && coding.path("code").asText().equals("MR")))
                .flatMap(identifier -> text(identifier.path("value")).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException lessExact) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
