package org.anamnesis.grounding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/** What is said of the patient's own person: sex and date of birth. */
final class Person {

    private static final Set<String> BIRTH = Set.of("born", "birth");

    private Person() {}

    /** Empty where the clause is about something else. */
    static Optional<Verification.Verified> check(Chart chart, List<Token> tokens) {
        boolean birth =
                tokens.stream().anyMatch(token -> token instanceof Token.Word word && BIRTH.contains(word.text()));
        if (!birth) {
            return Optional.empty();
        }
        List<CitationId> person = chart.facts(FactKind.PATIENT).map(Fact::id).toList();
        for (Token token : tokens) {
            if (token instanceof Token.Word word) {
                String normal = Vocabulary.normal(word.text());
                boolean sex = normal.equals("male") || normal.equals("female");
                if (sex && !chart.patient().sex().map(normal::equals).orElse(false)) {
                    return Optional.of(wrong("sex", "the patient's sex in the chart is another", person));
                }
            }
            if (token instanceof Token.Day day
                    && !chart.patient()
                            .birthDate()
                            .map(born -> Evidence.isSame(day, born))
                            .orElse(false)) {
                return Optional.of(
                        chart.patient().birthDate().isEmpty()
                                ? new Verification.Verified(
                                        new Verdict.NotFound(
                                                List.of(Finding.notFound("birth", "the chart has no date of birth"))),
                                        person)
                                : wrong("birth", "the date of birth in the chart is another", person));
            }
        }
        return Optional.of(new Verification.Verified(new Verdict.Supported(), person));
    }

    private static Verification.Verified wrong(String code, String words, List<CitationId> person) {
        return new Verification.Verified(new Verdict.Contradicted(List.of(Finding.contradicted(code, words))), person);
    }
}
