package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Age, sex, the first active problems, the last encounter. */
final class OneLinerRule implements SectionRule {

    private static final int PROBLEMS = 4;

    @Override
    public Stream<Statement> statements(Chart chart) {
        Optional<Fact> patient = chart.facts(FactKind.PATIENT).findFirst();
        if (patient.isEmpty()) {
            return Stream.empty();
        }
        List<Fact> cited = new ArrayList<>();
        cited.add(patient.get());
        StringBuilder text = new StringBuilder(patient.get().concept().text());
        List<Fact> problems = ProblemsRule.active(chart).limit(PROBLEMS).toList();
        if (!problems.isEmpty()) {
            text.append(" with ")
                    .append(problems.stream().map(Phrase::inSentence).collect(Collectors.joining(", ")));
            cited.addAll(problems);
        }
        chart.facts(FactKind.ENCOUNTER)
                .filter(encounter -> encounter.time().isPresent())
                .max(Comparator.comparing(encounter -> encounter.time().orElseThrow()))
                .ifPresent(encounter -> {
                    text.append("; last encounter")
                            .append(Phrase.on(encounter))
                            .append(" (")
                            .append(Phrase.name(encounter).toLowerCase(Locale.ROOT))
                            .append(")");
                    cited.add(encounter);
                });
        return Stream.of(Phrase.statement(Section.ONE_LINER, text.toString(), cited));
    }
}
