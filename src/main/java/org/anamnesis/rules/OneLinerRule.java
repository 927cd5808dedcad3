package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Age, sex, the first active problems, the last encounter; that the patient has died comes first. */
final class OneLinerRule implements SectionRule {

    private static final int PROBLEMS = 4;
    private static final int ADULT_YEARS = 18;

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
            text.append(text.isEmpty() ? "" : " ").append(person(chart, sex));
            cited.add(sex);
        });
        if (text.isEmpty()) {
            return Stream.empty();
        }
        List<Fact> problems = ProblemsRule.active(chart)
                .filter(problem -> ProblemsRule.doubt(problem).isEmpty())
                .limit(PROBLEMS)
                .toList();
        // the clearest wording that the check bears out, the plainest one last
        List<Statement> wordings = Stream.<UnaryOperator<String>>of(OneLinerRule::bracketed, UnaryOperator.identity())
                .flatMap(named -> Stream.<Function<Fact, String>>of(Phrase::during, Phrase::on)
                        .map(when -> statement(text.toString(), cited, problems, named, last(chart), when)))
                .toList();
        return Stream.of(new Wording(chart).first(wordings));
    }

    private static Statement statement(
            String person,
            List<Fact> patient,
            List<Fact> problems,
            UnaryOperator<String> named,
            Optional<Fact> last,
            Function<Fact, String> when) {
        List<Fact> cited = new ArrayList<>(patient);
        cited.addAll(problems);
        last.ifPresent(cited::add);
        List<String> names =
                problems.stream().map(Phrase::inSentence).map(named).toList();
        return Phrase.statement(
                Section.ONE_LINER,
                person
                        + (names.isEmpty() ? "" : " with " + Phrase.list(names))
                        + last.map(encounter ->
                                        "; last encounter: " + Phrase.inSentence(encounter) + when.apply(encounter))
                                .orElse(""),
                cited);
    }

    /** Of a stay and its parts the whole, which ends last. */
    private static Optional<Fact> last(Chart chart) {
        return chart.facts(FactKind.ENCOUNTER)
                .filter(encounter -> encounter.time().isPresent() && EncountersRule.hasBegun(encounter))
                .max(Comparator.comparing((Fact encounter) ->
                                encounter.time().orElseThrow().date())
                        .thenComparing(encounter -> encounter
                                .attribute(Attribute.Role.ENDED)
                                .flatMap(Attribute::time)
                                .or(encounter::time)
                                .orElseThrow()));
    }

    /** {@code "pulmonary nodule (right upper lobe, 8 mm)"}: commas of a name would be taken for those of the list. */
    private static String bracketed(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(0, comma) + " (" + name.substring(comma + 2) + ")";
    }

    private static Optional<Fact> patient(Chart chart, String what) {
        return chart.facts(FactKind.PATIENT)
                .filter(fact -> fact.concept().text().equals(what))
                .findFirst();
    }

    /** "Woman" or "man" of an adult; of a child, and where the age is unknown, the sex as it stands. */
    private static String person(Chart chart, Fact sex) {
        String word = sex.value().map(Value::text).orElse("");
        boolean adult = patient(chart, "Age")
                .flatMap(Fact::quantity)
                .filter(age -> age.unit().startsWith("year") && age.number().intValue() >= ADULT_YEARS)
                .isPresent();
        return switch (adult ? word : "") {
            case "female" -> "woman";
            case "male" -> "man";
            default -> word;
        };
    }

    /** {@code 71-year}, from "71 years". */
    private static String age(Fact age) {
        return age.value().map(Value::text).orElse("").replaceFirst("s$", "").replace(' ', '-');
    }
}
