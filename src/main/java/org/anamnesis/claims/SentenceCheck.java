package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;

/** Reads sentences and holds all that they say against one chart. Made once for a chart; pure. */
public final class SentenceCheck {

    private final ChartView chart;

    public SentenceCheck(Chart chart) {
        this(chart, QuotablePassages.of(chart));
    }

    /** @param quotable {@link QuotablePassages#of} this chart, where they are known */
    public SentenceCheck(Chart chart, List<Passage> quotable) {
        this.chart = new ChartView(chart, quotable);
    }

    /**
     * What came of a sentence.
     *
     * @param outcome the worst of its claims
     * @param reasons why, in words for a clinician, with a stable code each; empty where it is supported
     * @param evidence what bears it out or speaks against it, the best first
     * @param claims what bears out each of its claims that some fact bears out
     */
    public record Checked(
            Outcome outcome, List<Reason> reasons, List<CitationId> evidence, List<List<CitationId>> claims) {
        public Checked {
            reasons = List.copyOf(reasons);
            evidence = List.copyOf(evidence);
            claims = List.copyOf(claims);
        }
    }

    /**
     * Why a claim is not borne out.
     *
     * @param code a stable word for what was compared
     * @param words in words
     */
    public record Reason(Outcome outcome, String code, String words) {}

    /** The verdict on one sentence. */
    public Checked check(String sentence) {
        List<Item> items = ItemReader.read(sentence);
        SentenceReader.Reading reading = SentenceReader.read(items);
        if (reading.cues().contains(Cue.ADVICE)) {
            Reason advice = new Reason(Outcome.NOT_CHECKABLE, "advice", "it is advice, an opinion or a prognosis");
            return new Checked(Outcome.NOT_CHECKABLE, List.of(advice), List.of(), List.of());
        }
        List<Said> said = new ArrayList<>();
        PersonCheck.check(chart, items).ifPresent(said::add);
        said.addAll(new ClaimCheck(chart, sentence).all(reading.claims()));
        said.addAll(Joint.check(chart, reading));
        Sides.check(chart, reading.claims()).ifPresent(said::add);
        Destinations.check(chart, sentence, new Times(chart), dates(reading.claims()))
                .ifPresent(said::add);
        boolean saysPerson = PersonCheck.isSaid(items);
        if (reading.unread() && !saysPerson || said.isEmpty() && !saysPerson) {
            said.add(Said.notFound("statement", "not all of it was understood", List.of()));
        }
        return together(said, saysPerson);
    }

    private static List<When> dates(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.kind() == Claim.Kind.STAY)
                .flatMap(claim -> claim.states().stream())
                .flatMap(state -> state.times().stream())
                .filter(When.On.class::isInstance)
                .toList();
    }

    private Checked together(List<Said> said, boolean saysPerson) {
        Outcome worst =
                said.stream().map(Said::outcome).max(Comparator.naturalOrder()).orElse(Outcome.SUPPORTED);
        List<Reason> reasons = said.stream()
                .filter(one -> !one.isSupported())
                .map(one -> new Reason(one.outcome(), one.code(), one.words()))
                .distinct()
                .toList();
        Set<CitationId> evidence = new LinkedHashSet<>();
        said.stream().filter(one -> one.outcome() == Outcome.CONTRADICTED).forEach(one -> add(one, evidence));
        said.forEach(one -> add(one, evidence));
        if (saysPerson) {
            chart.ofKind(FactKind.PATIENT)
                    .forEach(view -> evidence.add(view.fact().id()));
        }
        List<List<CitationId>> claims = said.stream()
                .filter(one -> one.isSupported() && !one.evidence().isEmpty())
                .map(one -> one.evidence().stream()
                        .map(view -> view.fact().id())
                        .distinct()
                        .toList())
                .toList();
        return new Checked(worst, reasons, List.copyOf(evidence), claims);
    }

    private static void add(Said said, Set<CitationId> evidence) {
        said.evidence().forEach(view -> evidence.add(view.fact().id()));
    }

    /** What must stand in one fact together. */
    private static final class Joint {

        private Joint() {}

        static List<Said> check(ChartView chart, SentenceReader.Reading reading) {
            List<Said> said = new ArrayList<>();
            if (reading.cues().contains(Cue.GREW)) {
                Cultures.check(chart, reading.claims()).ifPresent(said::add);
            }
            if (reading.cues().contains(Cue.BECAUSE)) {
                causes(chart, reading.claims()).ifPresent(said::add);
            }
            return said;
        }

        /** A cause is borne out only by a fact that says both. */
        private static Optional<Said> causes(ChartView chart, List<Claim> claims) {
            List<Claim> heads = claims.stream()
                    .filter(claim -> claim.kind() == Claim.Kind.WORDS
                            || claim.kind() == Claim.Kind.DRUG
                            || claim.kind() == Claim.Kind.DEATH)
                    .toList();
            for (int i = 0; i + 1 < heads.size(); i++) {
                Set<String> both = new LinkedHashSet<>(heads.get(i).stems());
                both.addAll(heads.get(i + 1).stems());
                boolean related =
                        heads.get(i).says(Cue.BECAUSE) || heads.get(i + 1).says(Cue.BECAUSE);
                if (related
                        && (heads.get(i).kind() == Claim.Kind.DEATH
                                || chart.saying(both).isEmpty())) {
                    return Optional.of(
                            Said.notFound("cause", "no fact says that the one comes from the other", List.of()));
                }
            }
            return Optional.empty();
        }
    }
}
