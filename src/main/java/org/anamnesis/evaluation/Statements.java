package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.digest.FactLine;
import org.anamnesis.draft.Draft;
import org.anamnesis.grounding.CheckedStatement;

/** A summary's statements, and what it leaves out, as lines of JSON. */
final class Statements {

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

    /**
     * Something that may not be missing, with all facts that tell it: a problem's entries, an allergy, a drug's orders.
     *
     * @param telling the fact that decides how it stands
     */
    record Matter(Fact telling, List<Fact> facts) {

        boolean isAmong(Set<CitationId> ids) {
            return facts.stream().map(Fact::id).anyMatch(ids::contains);
        }
    }

    /** What is so now and what no statement that is shown or was added cites. */
    static ArrayNode omissions(Draft draft) {
        Set<CitationId> cited = Stream.concat(draft.statements().stream(), draft.added().stream())
                .filter(CheckedStatement::isSupported)
                .flatMap(statement -> statement.evidence().stream())
                .map(CitationId::whole)
                .collect(Collectors.toSet());
        ArrayNode omissions = Json.array();
        current(draft.chart()).stream()
                .filter(matter -> !matter.isAmong(cited))
                .map(Matter::telling)
                .forEach(fact -> omissions.add(
                        evidenced(FactLine.words(fact), List.of(fact.source().reference()))));
        return omissions;
    }

    /** Active problems, allergies and current medications; entries and orders of one and the same are one. */
    static List<Matter> current(Chart chart) {
        Stream<Matter> problems = ProblemThreads.of(chart).stream()
                .filter(ProblemThread::isCurrent)
                .map(thread -> new Matter(thread.deciding(), thread.facts()));
        Stream<Matter> allergies = chart.facts(FactKind.ALLERGY)
                .filter(fact -> fact.standing().isCurrent())
                .map(fact -> new Matter(fact, List.of(fact)));
        Stream<Matter> medications = Courses.of(chart).stream()
                .filter(Course::isCurrent)
                .map(course -> new Matter(course.deciding().getFirst(), course.facts()));
        return Stream.of(problems, allergies, medications)
                .flatMap(matters -> matters)
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
