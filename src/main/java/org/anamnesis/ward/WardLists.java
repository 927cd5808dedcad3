package org.anamnesis.ward;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.fetch.Roster;
import org.anamnesis.score.Component;
import org.anamnesis.score.Outcome;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.triage.Tier;
import org.anamnesis.triage.WardOrder;
import org.anamnesis.triage.WardPatient;
import org.anamnesis.ward.WardList.NotRead;
import org.anamnesis.ward.WardReadings.Member;

/** Puts what there is of a ward's patients in order, and gives the list its version. */
final class WardLists {

    private static final int VERSION_DIGITS = 32;

    private WardLists() {}

    static WardList of(
            Roster roster,
            ClinicalTime moment,
            Map<String, Member> members,
            Map<String, AcuityOverride> decisions,
            boolean subscriptions) {
        List<WardPatient> patients = new ArrayList<>();
        List<NotRead> notRead = new ArrayList<>();
        Map<String, Member.Got> got = new HashMap<>();
        members.forEach((id, member) -> {
            switch (member) {
                case Member.Got one -> {
                    got.put(id, one);
                    patients.add(placed(one.reading().at(moment), Optional.ofNullable(decisions.get(id))));
                }
                case Member.Not not -> notRead.add(not.why());
            }
        });
        List<WardEntry> entries = WardOrder.of(patients).stream()
                .map(place -> entry(place, got, decisions))
                .toList();
        return new WardList(roster, moment, entries, notRead, subscriptions, version(roster, entries, notRead));
    }

    private static WardEntry entry(
            WardOrder.Place place, Map<String, Member.Got> got, Map<String, AcuityOverride> decisions) {
        String id = place.patient().patient().id();
        Member.Got member = Objects.requireNonNull(got.get(id));
        Optional<AcuityOverride> decision = Optional.ofNullable(decisions.get(id));
        return new WardEntry(
                member.reading().chart().patient(),
                place,
                decision,
                decision.isPresent() && place.patient().override().isEmpty(),
                member.reading().readAt(),
                member.notRefreshed(),
                inputs(place.patient().warning().outcome(), member.reading().chart()),
                unread(member.reading().chart().coverage()));
    }

    private static List<WardEntry.Input> inputs(Outcome outcome, Chart chart) {
        List<Component> parts = switch (outcome) {
            case Outcome.Computed computed -> computed.components();
            case Outcome.NotComputable lacking -> lacking.known();
            case Outcome.NotApplicable ignored -> List.of();
        };
        return parts.stream()
                .flatMap(part -> part.inputs().stream())
                .map(input -> new WardEntry.Input(
                        input.source(),
                        input.name() + " " + input.text(),
                        input.time(),
                        input.source().flatMap(chart::fact).map(Fact::source)))
                .toList();
    }

    /** The patient where a person put him, unless he has become worse by the rules since: then as the rules say. */
    private static WardPatient placed(WardPatient patient, Optional<AcuityOverride> decision) {
        return decision.flatMap(one -> one.tier().flatMap(WardEntry::tier).map(tier -> override(one, tier)))
                .filter(override -> !isOutgrown(patient, decision.orElseThrow(), override.tier()))
                .map(patient::overriddenBy)
                .orElse(patient);
    }

    private static WardPatient.Override override(AcuityOverride decision, Tier tier) {
        return new WardPatient.Override(tier, decision.reason(), decision.by(), ClinicalTime.utc(decision.at()));
    }

    private static boolean isOutgrown(WardPatient patient, AcuityOverride decision, Tier decided) {
        Tier now = WardOrder.of(List.of(patient)).getFirst().computed();
        Tier then = WardEntry.tier(decision.computed()).orElse(Tier.UNKNOWN);
        return now.compareTo(then) < 0 && now.compareTo(decided) < 0;
    }

    /** What was asked and not read whole; what is not of the plan is missing from every patient alike. */
    private static List<Coverage.Entry> unread(Coverage coverage) {
        return coverage.entries().stream()
                .filter(entry -> switch (entry.outcome()) {
                    case Coverage.Outcome.Found found -> found.unreadable() > 0;
                    case Coverage.Outcome.NoneRecorded ignored -> false;
                    case Coverage.Outcome.NotAsked not -> !not.reason().equals("outside-the-plan");
                    case Coverage.Outcome.NotPermitted ignored -> true;
                    case Coverage.Outcome.Failed ignored -> true;
                    case Coverage.Outcome.CutOff ignored -> true;
                })
                .toList();
    }

    /** The same for the same content; when it was read and asked for is not content. */
    private static String version(Roster roster, List<WardEntry> entries, List<NotRead> notRead) {
        StringBuilder content = new StringBuilder(roster.toString());
        for (WardEntry entry : entries) {
            Demographics who = entry.who();
            add(content, who.id(), who.name(), who.birthDate(), who.sex(), who.recordNumber());
            add(
                    content,
                    entry.place().tier(),
                    entry.place().computed(),
                    entry.place().reasons());
            add(content, entry.decision(), entry.outgrown(), entry.notRefreshed(), entry.unread());
            add(content, entry.inputs(), entry.missing(), entry.refused());
        }
        notRead.forEach(not -> add(content, not));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(StringBuilder content, Object... parts) {
        for (Object part : parts) {
            content.append(part).append('\u001f');
        }
    }
}
