package org.anamnesis.privacy;

import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.chart.Demographics;
import org.anamnesis.deidentification.Found;
import org.anamnesis.injection.HiddenText;
import org.anamnesis.prompt.Prompt;

/**
 * Takes out of a prompt what a model does not need to know: whatever names the patient or a relative, characters that people
 * cannot see, and marks that would end the chart's block.
 *
 * <p>What is lost here the model cannot say, and the check sees the chart itself.
 */
public final class PrivacyStep {

    /** Where something was taken out. */
    public static final String WITHHELD = "[withheld]";

    /** Anything like the block's own marks, in brackets of any script. */
    private static final Pattern CHART_MARK =
            Pattern.compile("[<‹〈《＜⟨﹤]\\s*[/\\\\]?\\s*chart\\b[^>›〉》＞⟩﹥]*[>›〉》＞⟩﹥]?", Pattern.CASE_INSENSITIVE);

    private PrivacyStep() {}

    /** The prompt as it may leave the product, the patient's and the relatives' identifiers withheld. */
    public static Released release(Prompt prompt, Demographics patient) {
        OwnIdentifiers own = OwnIdentifiers.of(patient);
        List<String> lines =
                prompt.lines().stream().map(line -> withheld(seen(line), own)).toList();
        return released(prompt, lines, Pseudonyms.NONE);
    }

    /**
     * The prompt with substitutes for what identifies anybody: names, numbers, contacts, places, dates. An answer to it is
     * {@link Released#restored restored} before it is checked.
     *
     * @param pseudonyms the substitutes of this request
     */
    public static Released release(Prompt prompt, Demographics patient, Pseudonyms pseudonyms) {
        OwnIdentifiers own = OwnIdentifiers.of(patient);
        List<String> seen = prompt.lines().stream().map(PrivacyStep::seen).toList();
        pseudonyms.avoid(seen);
        List<String> lines =
                seen.stream().map(line -> pseudonyms.substituted(line, own)).toList();
        return released(prompt, lines, pseudonyms);
    }

    private static Released released(Prompt prompt, List<String> lines, Pseudonyms pseudonyms) {
        String block = "<chart>\n" + String.join("\n", lines) + "\n</chart>";
        return new Released(prompt.version(), prompt.hash(), prompt.instructions(), block, pseudonyms);
    }

    /** A line as people see it, which it stays: one line, without the block's marks. */
    static String seen(String line) {
        String visible = HiddenText.removed(line).replaceAll("[\\n\\r\\t\\x{2028}\\x{2029}]+", " ");
        return CHART_MARK.matcher(visible).replaceAll("(chart)");
    }

    private static String withheld(String line, OwnIdentifiers own) {
        StringBuilder left = new StringBuilder(line.length());
        int at = 0;
        for (Found found : own.find(line)) {
            left.append(line, at, found.start()).append(WITHHELD);
            at = found.end();
        }
        return left.append(line.substring(at)).toString();
    }
}
