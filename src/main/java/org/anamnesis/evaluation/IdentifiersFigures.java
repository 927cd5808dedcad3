package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** Figures of identifiers: a marked one counts when all of its characters but blanks were found, whatever it was taken for. */
final class IdentifiersFigures {

    /** Of the general sentences, the kinds for which a bound is set. */
    private static final Set<String> BOUND = Set.of(
            "PERSON",
            "DATE_TIME",
            "PHONE_NUMBER",
            "EMAIL_ADDRESS",
            "CREDIT_CARD",
            "US_SSN",
            "IBAN_CODE",
            "US_DRIVER_LICENSE");

    private final Map<String, int[]> byType = new TreeMap<>();
    private int found;
    private int right;
    private int traps;
    private int damaged;

    private IdentifiersFigures() {}

    static SetResult of(Identifiers.Form form, Scored scored) {
        IdentifiersFigures counted = new IdentifiersFigures();
        scored.run().forEach(counted::count);
        return counted.result(form, scored);
    }

    private void count(Scored.Entry entry) {
        BitSet covered = new BitSet();
        entry.line()
                .path("spans")
                .forEach(span ->
                        covered.set(span.path("start").asInt(), span.path("end").asInt()));
        BitSet seen = (BitSet) covered.clone();
        entry.measures().path("blanks").forEach(blank -> seen.set(blank.asInt()));
        BitSet marked = new BitSet();
        marks(entry, "phi", "start", "end", "type", seen, marked);
        marks(entry, "spans", "start_position", "end_position", "entity_type", seen, marked);
        entry.line().path("spans").forEach(span -> {
            found++;
            right += marked.get(span.path("start").asInt(), span.path("end").asInt())
                            .isEmpty()
                    ? 0
                    : 1;
        });
        entry.gold().field("must_keep").forEach(trap -> {
            traps++;
            damaged += covered.get(trap.path("start").asInt(), trap.path("end").asInt())
                            .isEmpty()
                    ? 0
                    : 1;
        });
    }

    private void marks(
            Scored.Entry entry, String field, String start, String end, String type, BitSet seen, BitSet marked) {
        for (JsonNode span : entry.gold().field(field)) {
            int from = span.path(start).asInt();
            int to = span.path(end).asInt();
            marked.set(from, to);
            int[] counts = byType.computeIfAbsent(span.path(type).asText(), first -> new int[2]);
            counts[1]++;
            counts[0] += seen.nextClearBit(from) >= to ? 1 : 0;
        }
    }

    private SetResult result(Identifiers.Form form, Scored scored) {
        boolean clinical = form == Identifiers.CLINICAL;
        List<Figure> figures = new ArrayList<>();
        Figure all = Figure.share("recall", "Marked identifiers that were found", sum(byType, 0), sum(byType, 1));
        figures.add(clinical ? all.wanted(Target.atLeast(0.99)) : all);
        if (!clinical) {
            Map<String, int[]> bound = new TreeMap<>(byType);
            bound.keySet().retainAll(BOUND);
            figures.add(Figure.share(
                            "recall-bound",
                            "Persons, dates, telephone numbers, mail addresses and numbers that were found",
                            sum(bound, 0),
                            sum(bound, 1))
                    .wanted(Target.atLeast(0.95)));
        }
        byType.forEach((type, counts) ->
                figures.add(Figure.share("recall-" + type, type + " that were found", counts[0], counts[1])));
        figures.add(Figure.share("precision", "Of what was found, how much touches a marked identifier", right, found));
        if (traps > 0) {
            figures.add(Figure.share("traps-damaged", "Clinical words taken for an identifier", damaged, traps)
                    .wanted(Target.atMost(0.01)));
        }
        return new SetResult(
                form.name(),
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(),
                List.of(new Plot.Groups("Found, by type", groups(), "recall")),
                List.of(
                        "The texts were made from templates: real notes have more forms, misspellings and names.",
                        "Ages below ninety, nationalities, titles and job titles are marked in general sentences; they"
                                + " identify nobody by themselves and the product leaves them."));
    }

    private List<Plot.Group> groups() {
        return byType.entrySet().stream()
                .map(type -> new Plot.Group(
                        type.getKey(), (double) type.getValue()[0] / type.getValue()[1], type.getValue()[1]))
                .toList();
    }

    private static int sum(Map<String, int[]> counts, int place) {
        return counts.values().stream().mapToInt(one -> one[place]).sum();
    }
}
