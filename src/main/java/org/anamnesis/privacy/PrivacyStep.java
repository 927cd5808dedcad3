package org.anamnesis.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Demographics;
import org.anamnesis.prompt.Prompt;

/**
 * Takes out of a prompt what a model does not need to know: whatever names the patient or a relative, and characters that
 * people cannot see.
 *
 * <p>A name that is also a word of medicine goes all the same: what is lost here the model cannot say, and the check sees
 * the chart itself.
 */
public final class PrivacyStep {

    /** Where something was taken out. */
    public static final String WITHHELD = "[withheld]";

    private static final int SHORTEST_IDENTIFYING_WORD = 3;

    /** Format characters, private use, unassigned, tags and controls; written text does not need them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\n]]|[\\p{Cc}&&[^\\n]]");

    private static final Pattern CHART_MARK = Pattern.compile("<\\s*/?\\s*chart\\s*>", Pattern.CASE_INSENSITIVE);

    private PrivacyStep() {}

    /** The prompt as it may leave the product. */
    public static Released release(Prompt prompt, Demographics patient) {
        Optional<Pattern> identifying = identifying(patient);
        List<String> lines = prompt.lines().stream()
                .map(line -> UNSEEN.matcher(line).replaceAll(""))
                .map(line -> CHART_MARK.matcher(line).replaceAll("(chart)"))
                .map(line -> identifying
                        .map(words -> words.matcher(line).replaceAll(WITHHELD))
                        .orElse(line))
                .toList();
        String block = "<chart>\n" + String.join("\n", lines) + "\n</chart>";
        return new Released(prompt.version(), prompt.hash(), prompt.instructions(), block);
    }

    private static Optional<Pattern> identifying(Demographics patient) {
        String words = patient.identifying().stream()
                .map(String::strip)
                .filter(word -> word.length() >= SHORTEST_IDENTIFYING_WORD)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
