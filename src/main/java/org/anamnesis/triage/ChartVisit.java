package org.anamnesis.triage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.score.Elapsed;
import org.anamnesis.score.Scores;
import org.anamnesis.score.Text;

/** A visit as a chart tells it: its complaint, its reason, the triage note, and what was measured by then. */
public final class ChartVisit {

    private static final String LOINC = "http://loinc.org";
    private static final Set<String> COMPLAINTS = Set.of("8661-1", "10154-3");
    private static final Set<String> ARRIVALS = Set.of("11459-5");
    private static final Set<String> TRIAGE_NOTES = Set.of("54094-8");

    /** How far from the beginning of a visit its first vital signs and its triage note are looked for. */
    private static final Duration TRIAGE = Duration.ofHours(2);

    /** The first vital signs are a set that is written within some minutes. */
    private static final Duration ONE_SET = Duration.ofMinutes(10);

    private ChartVisit() {}

    /** The visit at its triage: with the first set of vital signs, and the triage note where there is one. */
    public static EmergencyVisit atTriage(Chart chart, Fact encounter) {
        return atTriage(Scores.of(chart), chart, encounter);
    }

    /** The same where the chart is searched already. */
    public static EmergencyVisit atTriage(Scores scores, Chart chart, Fact encounter) {
        ClinicalTime start = encounter.time().orElse(chart.asOf());
        ClinicalTime moment = chart.facts(FactKind.VITAL)
                .map(Fact::time)
                .flatMap(Optional::stream)
                .filter(time -> isBetween(time, start, TRIAGE))
                .min(Comparator.naturalOrder())
                .map(first -> later(first, ONE_SET))
                .orElse(start);
        return at(scores, chart, encounter, moment);
    }

    /** The visit at a moment of it. */
    public static EmergencyVisit at(Chart chart, Fact encounter, ClinicalTime moment) {
        return at(Scores.of(chart), chart, encounter, moment);
    }

    /** The same where the chart is searched already. */
    public static EmergencyVisit at(Scores scores, Chart chart, Fact encounter, ClinicalTime moment) {
        List<Told> recorded = recorded(chart, encounter, moment).toList();
        Stream<Told> said = recorded.isEmpty() ? reasons(encounter) : recorded.stream();
        List<Told> complaints = Stream.concat(said, noted(chart, encounter)).toList();
        return new EmergencyVisit(scores.findings(moment), complaints, arrival(chart, encounter));
    }

    private static Stream<Told> recorded(Chart chart, Fact encounter, ClinicalTime moment) {
        return observed(chart, encounter, COMPLAINTS)
                .filter(fact -> fact.time()
                        .filter(time -> Elapsed.between(time, moment).isNegative())
                        .isEmpty())
                .flatMap(fact ->
                        fact
                                .value()
                                .map(value -> new Told(value.text(), fact.time(), Optional.of(fact.id())))
                                .stream());
    }

    /** An encounter's reasons may hold diagnoses that were made later: they stand in for a complaint only. */
    private static Stream<Told> reasons(Fact encounter) {
        return encounter
                .attributes(Attribute.Role.REASON)
                .map(reason -> new Told(reason.text(), encounter.time(), Optional.of(encounter.id())));
    }

    /** The sentences of the triage note, each cited by itself. */
    private static Stream<Told> noted(Chart chart, Fact encounter) {
        return triageNotes(chart, encounter)
                .flatMap(note -> passages(chart, note)
                        .map(passage -> new Told(passage.text(), note.time(), Optional.of(passage.id()))));
    }

    private static Stream<Passage> passages(Chart chart, Fact note) {
        return chart.passages().filter(passage -> passage.id().whole().equals(note.id()));
    }

    private static Stream<Fact> triageNotes(Chart chart, Fact encounter) {
        ClinicalTime start = encounter.time().orElse(chart.asOf());
        return chart.facts(FactKind.NOTE)
                .filter(note ->
                        TRIAGE_NOTES.stream().anyMatch(code -> note.concept().isCodedAs(LOINC, code))
                                || Text.says(note.concept().text(), "triage"))
                .filter(note -> note.time()
                        .filter(time -> isBetween(time, start, TRIAGE))
                        .isPresent());
    }

    private static ArrivalMode arrival(Chart chart, Fact encounter) {
        Stream<String> recorded =
                observed(chart, encounter, ARRIVALS).flatMap(fact -> fact.value().map(value -> value.text()).stream());
        Stream<String> admitted =
                encounter.attributes(Attribute.Role.ADMITTED_FROM).map(Attribute::text);
        Stream<String> noted = noted(chart, encounter).map(Told::text);
        return Stream.of(admitted, recorded, noted)
                .flatMap(each -> each)
                .map(ArrivalMode::of)
                .filter(mode -> mode != ArrivalMode.UNKNOWN)
                .findFirst()
                .orElse(ArrivalMode.UNKNOWN);
    }

    /** Observations of the visit: those that say so, else those of its first hours. */
    private static Stream<Fact> observed(Chart chart, Fact encounter, Set<String> codes) {
        ResourceId visit = encounter.source().resource();
        return chart.facts().stream()
                .filter(fact -> codes.stream().anyMatch(code -> fact.concept().isCodedAs(LOINC, code)))
                .filter(fact -> fact.relations()
                        .encounter()
                        .map(visit::equals)
                        .orElseGet(() -> fact.time()
                                .flatMap(time -> encounter.time().map(start -> isBetween(time, start, TRIAGE)))
                                .orElse(false)));
    }

    private static boolean isBetween(ClinicalTime time, ClinicalTime start, Duration length) {
        Duration since = Elapsed.between(start, time);
        return !since.isNegative() && since.compareTo(length) <= 0;
    }

    private static ClinicalTime later(ClinicalTime time, Duration by) {
        return new ClinicalTime(time.local().plus(by), time.offset(), time.precision());
    }
}
