package org.anamnesis.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/** Whether somebody smokes, smoked, or never did. */
final class Smoking {

    private static final Pattern SMOKES = Pattern.compile("smok|tobacco|cigar|nicotine");
    private static final Pattern NEVER = Pattern.compile(
            "never|non-? ?smok|lifelong non|life-long non|lifetime non|no (?:history of )?(?:smoking|tobacco|cigar)|(?:not|n't|doesn.t|denies) (?:a |any |use )?(?:current )?(?:smok|tobacco|cigar)|0 pack");
    private static final Pattern FORMER = Pattern.compile(
            "former|history of|\\bex\\b|ex-|quit|gave up|stopped|used to|past smok|previous|in the past|smoked|ceased|no longer");

    private Smoking() {}

    private enum Status {
        NEVER,
        FORMER,
        CURRENT
    }

    static Said check(String sentence, List<FactView> social) {
        List<FactView> known = social.stream()
                .filter(view -> SMOKES.matcher(text(view)).find())
                .filter(view -> view.numbers().isEmpty())
                .sorted(Comparator.comparing(view ->
                        view.begin().map(time -> time.local().toString()).orElse("")))
                .toList();
        if (known.isEmpty()) {
            return Said.notFound("smoking", "the chart does not say whether the patient smokes", List.of());
        }
        Status said = status(sentence.toLowerCase(Locale.ROOT));
        FactView last = known.getLast();
        Status latest = status(text(last));
        boolean borneOut = said == latest;
        return borneOut
                ? Said.supported(known.reversed())
                : Said.contradicted("smoking", "the chart says " + last.told(), known.reversed());
    }

    private static Status status(String text) {
        return NEVER.matcher(text).find() ? Status.NEVER : FORMER.matcher(text).find() ? Status.FORMER : Status.CURRENT;
    }

    private static String text(FactView view) {
        Fact fact = view.fact();
        Optional<String> value = fact.value().map(Value::text);
        return Stream.concat(
                        Stream.of(
                                fact.concept().text().contains("status") || value.isPresent()
                                        ? "tobacco"
                                        : fact.concept().text()),
                        value.stream())
                .reduce((one, other) -> one + " " + other)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
