package org.anamnesis.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how EHRs look. An address stands for one version, so what was read is kept; what cannot be read is our own look, and
 * nobody waits for it.
 */
public final class Styles {

    private static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    // Names alone: no function, no address, no end of a declaration.
    private static final Pattern FONTS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ,'\"_-]{0,119}");
    private static final Pattern LENGTH = Pattern.compile("(?:0|[0-9]{1,2}(?:\\.[0-9]{1,2})?)(?:px|rem|em)?");

    private final EhrHttp http;
    // The least recently read first.
    private final Map<String, Style> read = new LinkedHashMap<>(16, 0.75f, true);

    Styles(EhrHttp http) {
        this.http = http;
    }

    /** The look of the EHR that opened a chart. */
    public Style of(OpenedChart chart) {
        return chart.context().style().map(address -> of(chart, address)).orElse(Style.OURS);
    }

    private Style of(OpenedChart chart, String address) {
        synchronized (read) {
            Style known = read.get(address);
            if (known != null) {
                return known;
            }
        }
        Style style = fetch(chart, address);
        synchronized (read) {
            read.put(address, style);
            if (read.size() > MOST) {
                read.remove(read.keySet().iterator().next());
            }
        }
        return style;
    }

    private Style fetch(OpenedChart chart, String address) {
        try {
            HTTPResponse answer = http.get(chart.ehr(), URI.create(address));
            String body = answer.getBody();
            return answer.indicatesSuccess() && body != null ? style(JSON.readTree(body)) : Style.OURS;
        } catch (AuthorizationFailed | JsonProcessingException | IllegalArgumentException notRead) {
            return Style.OURS;
        }
    }

    private static Style style(JsonNode said) {
        return new Style(
                text(said, "font_family_body", FONTS),
                text(said, "font_family_heading", FONTS),
                text(said, "dim_border_radius", LENGTH));
    }

    private static Optional<String> text(JsonNode said, String name, Pattern form) {
        JsonNode value = said.path(name);
        return value.isTextual() && form.matcher(value.asText()).matches()
                ? Optional.of(value.asText())
                : Optional.empty();
    }
}
