package org.anamnesis.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** The last encounters with their reasons and the last procedures, the newest first; a procedure that is repeated is told once. */
final class EncountersRule implements SectionRule {

    private static final int ENCOUNTERS = 5;
    private static final int PROCEDURES = 8;

    @Override
    public Stream<Statement> statements(Chart chart) {
        Wording wording = new Wording(chart);
        Stream<Statement> encounters = newest(chart, FactKind.ENCOUNTER)
                .limit(ENCOUNTERS)
                .flatMap(encounter -> wording.either(
                        encounter(encounter, Phrase.during(encounter), Phrase.reason(encounter)),
                        List.of(encounter(encounter, Phrase.on(encounter), ""))));
        Stream<Statement> procedures = newest(chart, FactKind.PROCEDURE)
                .filter(distinct())
                .limit(PROCEDURES)
                .map(procedure -> Phrase.statement(
                        Section.ENCOUNTERS,
                        Phrase.name(procedure) + Phrase.site(procedure) + Phrase.on(procedure) + standing(procedure),
                        procedure));
        return Stream.of(
                        encounters,
                        procedures,
                        Phrase.noneRecorded(chart, Section.ENCOUNTERS, "encounters", "Encounter"),
                        Phrase.noneRecorded(chart, Section.ENCOUNTERS, "procedures", "Procedure"))
                .flatMap(statements -> statements);
    }

    /** A planned visit is no visit yet. */
    static boolean hasBegun(Fact encounter) {
        return encounter.standing() != Standing.PLANNED
                && encounter.standing() != Standing.CANCELLED
                && encounter.standing() != Standing.NEGATED;
    }

    private static String standing(Fact procedure) {
        return procedure.standing() == Standing.COMPLETED || procedure.standing() == Standing.UNSTATED
                ? ""
                : ", " + procedure.standing().word();
    }

    private static Statement encounter(Fact encounter, String when, String reason) {
        String standing = hasBegun(encounter) ? "" : ", " + encounter.standing().word();
        return Phrase.statement(Section.ENCOUNTERS, Phrase.name(encounter) + when + standing + reason, encounter);
    }

    /** Of what is done again and again, at the same site and with the same outcome, the newest. */
    private static Predicate<Fact> distinct() {
        Set<String> seen = new HashSet<>();
        return procedure -> seen.add(
                (Phrase.name(procedure) + Phrase.site(procedure) + standing(procedure)).toLowerCase(Locale.ROOT));
    }

    private static Stream<Fact> newest(Chart chart, FactKind kind) {
        return chart.facts(kind)
                .filter(fact -> fact.time().isPresent()
                        && fact.standing() != Standing.NEGATED
                        && fact.standing() != Standing.CANCELLED)
                .sorted(Comparator.comparing((Fact fact) -> fact.time().orElseThrow(), Comparator.reverseOrder()));
    }
}
