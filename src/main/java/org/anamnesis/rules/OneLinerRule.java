package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Age, sex, the first active problems, the last encounter; that the patient has died comes first. */
final class OneLinerRule implements SectionRule {

    private static final int PROBLEMS = 4;

    @Override
    public Stream<Statement> statements(Chart chart) {
        List<Fact> cited = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        patient(chart, "Deceased").ifPresent(died -> {
            text.append("Deceased");
            cited.add(died);
        });
        patient(chart, "Age").ifPresent(age -> {
            text.append(text.isEmpty() ? "" : " ").append(age(age)).append("-old");
            cited.add(age);
        });
        patient(chart, "Sex").ifPresent(sex -> {
            text.append(text.isEmpty() ? "" : " ")
                    .append(sex.value().map(Value::text).orElse(""));
            cited.add(sex);
        });
        if (text.isEmpty()) {
            return Stream.empty();
        }
        List<Fact> problems = ProblemsRule.active(chart).limit(PROBLEMS).toList();
        if (!problems.isEmpty()) {
            text.append(" with ")
                    .append(problems.stream().map(Phrase::inSentence).collect(Collectors.joining(", ")));
            cited.addAll(problems);
        }
        chart.facts(FactKind.ENCOUNTER)
                .filter(encounter -> encounter.time().isPresent() && EncountersRule.hasBegun(encounter))
                .max(Comparator.comparing(encounter -> encounter.time().orElseThrow()))
                .ifPresent(encounter -> {
                    text.append("; last encounter ")
                            .append(Phrase.inSentence(encounter))
                            .append(Phrase.on(encounter));
                    cited.add(encounter);
                });
        return Stream.of(Phrase.statement(Section.ONE_LINER, text.toString(), cited));
    }

    private static Optional<Fact> patient(Chart chart, String what) {
        return chart.facts(FactKind.PATIENT)
                .filter(fact -> fact.concept().text().equals(what))
                .findFirst();
    }

    /** {@code 71-year}, from "71 years". */
    private static String age(Fact age) {
        return age.value().map(Value::text).orElse("").replaceFirst("s$", "").replace(' ', '-');
    }
}
