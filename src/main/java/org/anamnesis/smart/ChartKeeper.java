package org.anamnesis.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Registration;

/** An opened chart as a text that can be kept and read on another node: everything but the tokens. */
public final class ChartKeeper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EhrRegistry registry;
    private final TokenRenewals renewals;

    ChartKeeper(EhrRegistry registry, TokenRenewals renewals) {
        this.registry = registry;
        this.renewals = renewals;
    }

    /** The chart's text. It names patient and user: to be sealed. */
    public String text(OpenedChart chart) {
        ObjectNode text = JSON.createObjectNode()
                .put("ehr", chart.ehr().id().value())
                .put("patient", chart.patientId())
                .put("subject", chart.user().subject())
                .put("banner", chart.needPatientBanner());
        put(text, "encounter", chart.encounterId());
        put(text, "practitioner", chart.user().practitioner());
        put(text, "person", chart.user().person());
        put(text, "name", chart.user().name());
        LaunchContext context = chart.context();
        put(text, "intent", context.intent());
        put(text, "tenant", context.tenant());
        put(text, "style", context.style());
        put(text, "appContext", context.appContext());
        ArrayNode items = text.putArray("items");
        for (LaunchContext.Item item : context.resources()) {
            ObjectNode kept = items.addObject().put("role", item.role());
            put(kept, "reference", item.reference());
            put(kept, "canonical", item.canonical());
            put(kept, "type", item.type());
        }
        return text.toString();
    }

    /**
     * The chart of a text; empty where its EHR, or our registration there, is not configured any more.
     *
     * @param place where its tokens lie
     * @throws IllegalStateException where it is no text of ours
     */
    public Optional<OpenedChart> open(String text, TokenPlace place) {
        JsonNode kept = read(text);
        Optional<Ehr> ehr = EhrId.parse(kept.path("ehr").asText()).flatMap(registry::find);
        Optional<Registration> app = ehr.flatMap(Ehr::app);
        if (ehr.isEmpty() || app.isEmpty()) {
            return Optional.empty();
        }
        String patient = kept.path("patient").asText();
        return Optional.of(new OpenedChart(
                ehr.get(),
                patient,
                optional(kept, "encounter"),
                new OpenedChart.User(
                        kept.path("subject").asText(),
                        optional(kept, "practitioner"),
                        optional(kept, "person"),
                        optional(kept, "name")),
                kept.path("banner").asBoolean(true),
                context(kept),
                new UserTokens(new TokenRenewals.Of(ehr.get(), app.get(), patient), renewals, place)));
    }

    private static LaunchContext context(JsonNode kept) {
        return new LaunchContext(
                optional(kept, "intent"),
                StreamSupport.stream(kept.path("items").spliterator(), false)
                        .map(item -> new LaunchContext.Item(
                                optional(item, "reference"),
                                optional(item, "canonical"),
                                optional(item, "type"),
                                item.path("role").asText()))
                        .toList(),
                optional(kept, "tenant"),
                optional(kept, "style"),
                optional(kept, "appContext"));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a kept chart cannot be read");
        }
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }
}
