package org.anamnesis.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to look for in the trail; all that is given must hold.
 *
 * @param ehr of which EHR
 * @param patient the logical id of the Patient
 * @param agent a client's id, a user's, or {@code Practitioner/id}: one whole word of who acted
 * @param from not before
 * @param until before this
 * @param request the request's id
 * @param place exactly this one
 * @param before only places before this one, to go on where a page ended
 * @param most how many at most
 */
public record AuditSearch(
        String ehr,
        Optional<String> patient,
        Optional<String> agent,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> request,
        OptionalLong place,
        OptionalLong before,
        int most) {

    /** Everything of an EHR. */
    public static AuditSearch of(String ehr, int most) {
        return new AuditSearch(
                ehr,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                most);
    }

    TrailTable.Condition condition() {
        List<String> parts = new ArrayList<>(List.of("ehr = ?"));
        List<Object> values = new ArrayList<>(List.of(ehr));
        patient.ifPresent(id -> add(parts, values, "patient = ?", id));
        agent.ifPresent(
                word -> add(parts, values, "' ' || actor || ' ' like ? escape '!'", "% " + literal(word) + " %"));
        from.ifPresent(at -> add(parts, values, "recorded_at >= ?", at.atOffset(ZoneOffset.UTC)));
        until.ifPresent(at -> add(parts, values, "recorded_at < ?", at.atOffset(ZoneOffset.UTC)));
        request.ifPresent(id -> add(parts, values, "request_id = ?", id));
        place.ifPresent(one -> add(parts, values, "place = ?", one));
        before.ifPresent(one -> add(parts, values, "place < ?", one));
        return new TrailTable.Condition(String.join(" and ", parts), values);
    }

    private static void add(List<String> parts, List<Object> values, String part, Object value) {
        parts.add(part);
        values.add(value);
    }

    private static String literal(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
