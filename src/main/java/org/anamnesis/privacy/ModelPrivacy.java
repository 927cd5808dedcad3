package org.anamnesis.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.wordlist.WordList;

/**
 * What of an EHR's charts may go to a language model.
 *
 * @param labels the security labels that may go, e.g. {@code R}; others of {@code sensitive-labels.txt} are withheld
 * @param pseudonyms whether names, numbers, contacts, places and dates are replaced by substitutes
 */
public record ModelPrivacy(Set<String> labels, boolean pseudonyms) {

    /** Nothing that bears a sensitive label goes. */
    public static final ModelPrivacy STRICT = new ModelPrivacy(Set.of(), false);

    /** The reason in the coverage of what was withheld. */
    public static final String REASON = "privacy-policy";

    private static final Set<String> SENSITIVE = WordList.words("privacy/sensitive-labels.txt");
    private static final String EVERYTHING = "everything";

    public ModelPrivacy {
        labels = Set.copyOf(labels);
    }

    /**
     * A chart as a model may see it.
     *
     * @param chart the facts that may go
     * @param withheld how many may not
     * @param labels the labels they bear, in order
     * @param denied whether a consent denies that anything goes
     */
    public record Permitted(Chart chart, int withheld, Set<String> labels, boolean denied) {

        /** The whole chart with a line of coverage that says what a model did not see. */
        public Chart told(Chart whole) {
            if (withheld == 0) {
                return whole;
            }
            String why = labels.isEmpty() ? "denied by consent" : "labelled " + String.join(", ", labels);
            Coverage.Entry entry = new Coverage.Entry(
                    "Confidential",
                    withheld + (withheld == 1 ? " fact " : " facts ") + why,
                    new Coverage.Outcome.NotAsked(REASON));
            List<Coverage.Entry> entries = new ArrayList<>(whole.coverage().entries());
            entries.add(entry);
            return new Chart(
                    whole.patient(),
                    whole.facts(),
                    whole.notes(),
                    new Coverage(whole.coverage().origin(), entries),
                    whole.asOf());
        }
    }

    /** What of a chart may go. */
    public Permitted of(Chart chart) {
        Set<String> denials = denials(chart);
        Set<String> found = new TreeSet<>();
        List<Fact> facts =
                chart.facts().stream().filter(fact -> may(fact, denials, found)).toList();
        if (facts.size() == chart.facts().size()) {
            return new Permitted(chart, 0, found, denials.contains(EVERYTHING));
        }
        Set<CitationId> ids = new HashSet<>();
        facts.forEach(fact -> ids.add(fact.id()));
        Chart permitted = new Chart(
                chart.patient(),
                facts,
                chart.notes().stream().filter(note -> ids.contains(note.id())).toList(),
                chart.coverage(),
                chart.asOf());
        return new Permitted(permitted, chart.facts().size() - facts.size(), found, denials.contains(EVERYTHING));
    }

    private boolean may(Fact fact, Set<String> denials, Set<String> found) {
        List<String> closed = fact.attributes(Attribute.Role.SECURITY_LABEL)
                .map(Attribute::text)
                .filter(label ->
                        (SENSITIVE.contains(label) && !labels.contains(label)) || denials.contains("label:" + label))
                .toList();
        found.addAll(closed);
        boolean denied = denials.contains(EVERYTHING)
                || fact.resources()
                        .anyMatch(resource -> denials.contains("resource:" + resource.type() + "/" + resource.id()))
                || denials.contains("type:" + fact.source().type());
        return closed.isEmpty() && !denied;
    }

    /** Of the consents that hold at the chart's moment. */
    private static Set<String> denials(Chart chart) {
        Set<String> denials = new TreeSet<>();
        chart.facts(FactKind.DIRECTIVE)
                .filter(fact -> fact.standing() == Standing.ACTIVE)
                .filter(fact -> fact.attribute(Attribute.Role.ENDED)
                        .flatMap(Attribute::time)
                        .filter(end -> end.isWhollyBefore(chart.asOf()))
                        .isEmpty())
                .flatMap(fact -> fact.attributes(Attribute.Role.CONSENT_DENIES))
                .forEach(attribute -> denials.add(attribute.text()));
        return denials;
    }
}
