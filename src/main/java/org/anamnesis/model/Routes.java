package org.anamnesis.model;

import java.util.List;
import java.util.Map;

/**
 * Which models are asked, in which order.
 *
 * @param order the order where nothing more special is said
 * @param byPurpose the order for a purpose, e.g. {@code brief}
 * @param byEhr the only models that an EHR's patients may go to, in their order; an empty list means none
 */
public record Routes(List<String> order, Map<String, List<String>> byPurpose, Map<String, List<String>> byEhr) {

    public Routes {
        order = List.copyOf(order);
        byPurpose = Map.copyOf(byPurpose);
        byEhr = Map.copyOf(byEhr);
    }

    /** One order for everything. */
    public static Routes of(List<String> order) {
        return new Routes(order, Map.of(), Map.of());
    }

    /** Whether models are named for a call's purpose of its own, and the EHR allows one of them. */
    boolean names(ModelCall call) {
        return byPurpose.containsKey(call.purpose()) && !of(call).isEmpty();
    }

    /** The models for a call. A purpose chooses among those that the EHR allows; it never adds one. */
    List<String> of(ModelCall call) {
        List<String> wanted = byPurpose.get(call.purpose());
        List<String> allowed = call.caller().ehr().map(byEhr::get).orElse(null);
        if (allowed == null) {
            return wanted == null ? order : wanted;
        }
        return wanted == null
                ? allowed
                : wanted.stream().filter(allowed::contains).toList();
    }
}
