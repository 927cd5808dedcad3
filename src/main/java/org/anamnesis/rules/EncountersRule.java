package org.anamnesis.rules;

import java.util.Comparator;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** The last encounters with their reasons and the last procedures, the newest first. */
final class EncountersRule implements SectionRule {

    private static final int ENCOUNTERS = 5;
    private static final int PROCEDURES = 8;

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> encounters = newest(chart, FactKind.ENCOUNTER, ENCOUNTERS)
                .map(encounter -> Phrase.statement(
                        Section.ENCOUNTERS,
                        Phrase.name(encounter)
                                + Phrase.on(encounter)
                                + (hasBegun(encounter)
                                        ? ""
                                        : ", " + encounter.standing().word())
                                + Phrase.with(encounter, Attribute.Role.REASON, "reason "),
                        encounter));
        Stream<Statement> procedures = newest(chart, FactKind.PROCEDURE, PROCEDURES)
                .map(procedure -> Phrase.statement(
                        Section.ENCOUNTERS,
                        Phrase.name(procedure)
                                + Phrase.with(procedure, Attribute.Role.BODY_SITE, "")
                                + Phrase.on(procedure)
                                + standing(procedure),
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

    private static Stream<Fact> newest(Chart chart, FactKind kind, int limit) {
        return chart.facts(kind)
                .filter(fact -> fact.time().isPresent()
                        && fact.standing() != Standing.NEGATED
                        && fact.standing() != Standing.CANCELLED)
                .sorted(Comparator.comparing((Fact fact) -> fact.time().orElseThrow(), Comparator.reverseOrder()))
                .limit(limit);
    }
}
