package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.digest.FactLine;
import org.anamnesis.draft.Draft;
import org.anamnesis.grounding.CheckedStatement;

/** A summary's statements, and what it leaves out, as lines of JSON. */
final class Statements {

    /** What may not be missing from a summary. */
    private static final Set<FactKind> VITAL_LISTS = Set.of(FactKind.PROBLEM, FactKind.ALLERGY, FactKind.MEDICATION);

    private Statements() {}

    /** Every statement with its verdict. */
    static ArrayNode checked(Draft draft) {
        ArrayNode statements = Json.array();
        draft.statements().forEach(statement -> {
            ObjectNode line = shown(draft.chart(), statement);
            statements.add(line.put("verdict", statement.verdict().code()));
        });
        return statements;
    }

    /** A statement as it is shown. */
    static ObjectNode shown(Chart chart, CheckedStatement statement) {
        ObjectNode line =
                Json.object().put("section", statement.section().code()).put("text", statement.text());
        line.set("citations", Json.texts(references(chart, statement.evidence())));
        return line;
    }

    /** The facts that are so now and that no shown statement cites. */
    static ArrayNode omissions(Draft draft) {
        Set<CitationId> cited = draft.statements().stream()
                .filter(CheckedStatement::isSupported)
                .flatMap(statement -> statement.evidence().stream())
                .map(CitationId::whole)
                .collect(Collectors.toSet());
        ArrayNode omissions = Json.array();
        current(draft.chart()).stream()
                .filter(fact -> !cited.contains(fact.id()))
                .forEach(fact -> omissions.add(
                        evidenced(FactLine.words(fact), List.of(fact.source().reference()))));
        return omissions;
    }

    /** Active problems, allergies and current medications. */
    static List<Fact> current(Chart chart) {
        return chart.facts().stream()
                .filter(fact -> VITAL_LISTS.contains(fact.kind()))
                .filter(fact -> fact.standing().isCurrent())
                .toList();
    }

    /** Something said, with the resources that bear it out. */
    static ObjectNode evidenced(String text, Collection<String> evidence) {
        ObjectNode line = Json.object().put("text", text);
        line.set("evidence", Json.texts(evidence));
        return line;
    }

    /** The resources behind citations, as {@code Type/id}. */
    static List<String> references(Chart chart, Collection<CitationId> ids) {
        return ids.stream()
                .flatMap(id -> chart.fact(id).stream())
                .map(fact -> fact.source().reference())
                .distinct()
                .toList();
    }
}
