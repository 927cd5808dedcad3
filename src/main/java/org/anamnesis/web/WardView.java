package org.anamnesis.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Source;
import org.anamnesis.score.Change;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Refusal;
import org.anamnesis.score.Scored;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.triage.Level;
import org.anamnesis.ward.WardEntry;
import org.anamnesis.ward.WardList;
import org.anamnesis.ward.WardOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A ward as the page is told of it.
 *
 * @param version the same where the content is the same
 * @param unchanged whether the page has it already; then it is told nothing else
 */
public record WardView(
        String version,
        boolean unchanged,
        String asOf,
        @Nullable String oldestReading,
        @Nullable Ward ward,
        boolean complete,
        @Nullable String rosterIncomplete,
        int others,
        boolean subscriptionOffered,
        List<Entry> patients,
        List<NotRead> notRead) {

    /** The wards of a patient; a record, because the API writes records and nothing else. */
    public record Wards(List<Ward> wards) {}

    /** A ward by its resource. */
    public record Ward(String type, String id, @Nullable String name) {}

    /** A patient in the order. */
    public record Entry(
            String patient,
            @Nullable String name,
            @Nullable Integer age,
            @Nullable String sex,
            @Nullable String mrn,
            String tier,
            String computedTier,
            List<String> reasons,
            Score score,
            @Nullable Integer level,
            @Nullable String change,
            List<Input> inputs,
            List<String> missing,
            List<String> refused,
            List<Unread> unread,
            @Nullable OverrideView override,
            String readAt,
            @Nullable String notRefreshed) {

        static Entry of(WardEntry entry, ClinicalTime asOf, Names.At names) {
            var patient = entry.place().patient();
            return new Entry(
                    entry.who().id(),
                    entry.who().name().orElse(null),
                    entry.who().ageAt(asOf.date()).orElse(null),
                    entry.who().sex().orElse(null),
                    entry.who().recordNumber().orElse(null),
                    WardEntry.code(entry.place().tier()),
                    WardEntry.code(entry.place().computed()),
                    whyHere(entry, names),
                    Score.of(patient.warning()),
                    patient.level().map(Level::number).orElse(null),
                    patient.change().map(Change::sentence).orElse(null),
                    entry.inputs().stream().map(Input::of).toList(),
                    entry.missing().stream().map(Missing::sentence).toList(),
                    entry.refused().stream().map(Refusal::sentence).toList(),
                    entry.unread().stream()
                            .map(unread ->
                                    new Unread(unread.type(), unread.outcome().code()))
                            .toList(),
                    entry.decision()
                            .map(decision -> OverrideView.of(decision, entry.outgrown(), names))
                            .orElse(null),
                    entry.readAt().toString(),
                    entry.notRefreshed().orElse(null));
        }
    }

    /** The reasons, with the name of who placed the patient by hand where that is known. */
    private static List<String> whyHere(WardEntry entry, Names.At names) {
        Optional<String> by = entry.decision().map(AcuityOverride::by);
        Optional<String> name = by.flatMap(names::of);
        return name.isEmpty()
                ? entry.place().reasons()
                : entry.place().reasons().stream()
                        .map(reason -> reason.startsWith("placed by " + by.get() + " at ")
                                ? "placed by " + name.get() + reason.substring(("placed by " + by.get()).length())
                                : reason)
                        .toList();
    }

    /** The early warning score; total and band are null where there is none. */
    public record Score(
            String name,
            String text,
            @Nullable String total,
            @Nullable String band) {

        static Score of(Scored scored) {
            return scored.outcome() instanceof Outcome.Computed computed
                    ? new Score(
                            scored.definition().name(),
                            scored.sentence(),
                            computed.text(),
                            computed.band().name())
                    : new Score(scored.definition().name(), scored.sentence(), null, null);
        }
    }

    /** A value the score rests on. */
    public record Input(
            String text, @Nullable String when, @Nullable String source) {

        static Input of(WardEntry.Input input) {
            return new Input(
                    input.text(),
                    input.time().map(ClinicalTime::text).orElse(null),
                    input.source().map(Source::reference).orElse(null));
        }
    }

    /** What of a chart was not read whole. */
    public record Unread(String type, String outcome) {}

    /** A patient whose place is not known. */
    public record NotRead(
            String patient, String outcome, @Nullable String detail) {}

    static WardView of(WardList list, Names.At names) {
        return new WardView(
                list.version(),
                false,
                time(list.asOf()),
                list.oldestReading().map(Instant::toString).orElse(null),
                new Ward(
                        list.roster().place().kind().type(),
                        list.roster().place().id(),
                        list.roster().name().orElse(null)),
                list.isComplete(),
                list.roster().incomplete().orElse(null),
                list.roster().others(),
                list.subscriptions(),
                list.entries().stream()
                        .map(entry -> Entry.of(entry, list.asOf(), names))
                        .toList(),
                list.notRead().stream()
                        .map(not -> new NotRead(
                                not.patient(), not.why().code(), not.detail().orElse(null)))
                        .toList());
    }

    static WardView of(WardOutcome.Unchanged unchanged) {
        return new WardView(
                unchanged.version(),
                true,
                time(unchanged.asOf()),
                unchanged.oldestReading().toString(),
                null,
                true,
                null,
                0,
                false,
                List.of(),
                List.of());
    }

    /** A present moment is in UTC. */
    private static String time(ClinicalTime moment) {
        return moment.local() + ":00Z";
    }
}
