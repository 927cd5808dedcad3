package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** Figures of checking sentences: what of the false ones is caught, what of the true ones is flagged, and the evidence. */
final class GroundingFigures {

    private static final String SUPPORTED = "supported";

    private GroundingFigures() {}

    /**
     * What is wanted.
     *
     * @param caught of the false sentences, at least
     * @param flagged of the true ones, at most
     * @param eachType of the false ones of each type, at least; zero where nothing is wanted of it
     * @param evidence of the sentences with evidence, at least
     */
    record Targets(double caught, double flagged, double eachType, double evidence) {}

    static SetResult of(SetResult.Name set, Scored scored, Targets targets) {
        List<Scored.Entry> all = scored.run().toList();
        List<Scored.Entry> isTrue =
                all.stream().filter(GroundingFigures::isTrue).toList();
        List<Scored.Entry> isFalse =
                all.stream().filter(entry -> !isTrue(entry)).toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.share(
                        "caught", "False sentences that are not called supported", flagged(isFalse), isFalse.size())
                .wanted(Target.atLeast(targets.caught())));
        figures.add(Figure.share(
                        "true-flagged", "True sentences that are not called supported", flagged(isTrue), isTrue.size())
                .wanted(Target.atMost(targets.flagged())));
        figures.addAll(evidence(all, targets));
        int same = (int) all.stream().filter(GroundingFigures::isSameVerdict).count();
        figures.add(Figure.share("verdict-exact", "Sentences with the very verdict of the key", same, all.size()));
        byType(isFalse).forEach((type, entries) -> {
            Figure figure = Figure.share(
                    "caught-" + type, "False sentences caught, error type " + type, flagged(entries), entries.size());
            figures.add(targets.eachType() > 0 ? figure.wanted(Target.atLeast(targets.eachType())) : figure);
        });
        figures.addAll(Common.milliseconds(scored));
        List<Plot.Group> groups = byType(isFalse).entrySet().stream()
                .map(type -> new Plot.Group(
                        type.getKey(),
                        (double) flagged(type.getValue()) / type.getValue().size(),
                        type.getValue().size()))
                .toList();
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(),
                groups.isEmpty()
                        ? List.of()
                        : List.of(new Plot.Groups("Caught by type of error", groups, "share caught")),
                List.of(
                        "The sentences were constructed by one author from public charts; no clinician has checked the"
                                + " key.",
                        "Evidence counts as found where one of the cited resources is in the key; beside it stands how"
                                + " often the two are the same set."));
    }

    private static List<Figure> evidence(List<Scored.Entry> all, Targets targets) {
        List<Scored.Entry> keyed =
                all.stream().filter(entry -> !gold(entry).isEmpty()).toList();
        int met = (int) keyed.stream().filter(entry -> meets(entry)).count();
        int same = (int) keyed.stream()
                .filter(entry ->
                        Set.copyOf(texts(entry.line().path("evidence"))).equals(gold(entry)))
                .count();
        return List.of(
                Figure.share("evidence", "Sentences with evidence in the key of which some is cited", met, keyed.size())
                        .wanted(Target.atLeast(targets.evidence())),
                Figure.share("evidence-same", "Those for which just the key's evidence is cited", same, keyed.size()));
    }

    private static boolean meets(Scored.Entry entry) {
        Set<String> cited = new HashSet<>(texts(entry.line().path("evidence")));
        cited.addAll(texts(entry.measures().path("made_of")));
        return gold(entry).stream().anyMatch(cited::contains);
    }

    private static Set<String> gold(Scored.Entry entry) {
        return Set.copyOf(entry.gold().texts("evidence"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, List<Scored.Entry>> byType(Collection<Scored.Entry> entries) {
        Map<String, List<Scored.Entry>> byType = new TreeMap<>();
        entries.forEach(entry ->
                byType.computeIfAbsent(type(entry), first -> new ArrayList<>()).add(entry));
        return byType;
    }

    private static String type(Scored.Entry entry) {
        return entry.gold()
                .text("error_type")
                .or(() -> entry.gold().text("label"))
                .orElse("none");
    }

    private static boolean isTrue(Scored.Entry entry) {
        return entry.gold().text("label").filter(SUPPORTED::equals).isPresent();
    }

    private static boolean isSameVerdict(Scored.Entry entry) {
        String wanted = entry.gold().text("label").orElse("").replace("not-in-record", "not-found");
        return wanted.equals(entry.line().path("verdict").asText());
    }

    private static int flagged(Collection<Scored.Entry> entries) {
        return (int) entries.stream()
                .filter(entry -> !entry.line().path("verdict").asText().equals(SUPPORTED))
                .count();
    }
}
