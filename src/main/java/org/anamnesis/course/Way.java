package org.anamnesis.course;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.wordlist.WordList;

/**
 * Which purpose the way of giving a drug serves. By mouth, by vein and under the skin all reach the whole body and are one;
 * an inhaler, eye drops or a cream with the same ingredient are a treatment of their own.
 */
public enum Way {
    FLUSH("\\b(?:flush|dwell|catheter clearance|crrt|dialys\\w*)\\b"),
    EYE("\\b(?:eyes?|ophth\\w*|ocular|intravitreal)\\b"),
    EAR("\\b(?:ears?|otic|aural)\\b"),
    NASAL("\\b(?:nasal|nasally|intranasal|nostrils?|nares|nu)\\b"),
    INHALED("\\b(?:inhal\\w*|puffs?|nebul\\w*|nebs?|mdi|hfa|diskus|respimat|actuat|ih)\\b"),
    VAGINAL("\\b(?:vaginal\\w*|pessar\\w+|pv)\\b"),
    RECTAL("\\b(?:enema)\\b"),
    SPINAL("\\b(?:intrathecal|epidural|spinal)\\b"),
    SKIN("\\b(?:cream|ointment|oint|lotion|topical\\w*|to skin|shampoo|tp)\\b"),
    BODY("\\b(?:patch(?:es)?|transdermal|sublingual\\w*|mucosal|buccal)\\b");

    private static final Pattern BY_MOUTH_OR_NEEDLE = Pattern.compile(
            "\\b(?:oral(?:ly)?|mouth|po|ng|tab(?:let)?s?|cap(?:sule)?s?|iv|intravenous\\w*|sc|subcut\\w*|im|inject\\w*)\\b");
    private static final Map<String, Way> USUAL = usual();

    private final Pattern words;

    Way(String words) {
        this.words = Pattern.compile(words);
    }

    /** The words of a medication fact that may tell the way: its name, route, dose and instruction. */
    static String words(Fact medication) {
        return Stream.concat(
                        Stream.of(medication.concept().text()),
                        medication.attributes().stream().filter(Way::tells).map(Attribute::text))
                .collect(Collectors.joining(" | "));
    }

    /** The way that words tell, else the usual one of these ingredients. */
    static Way of(String words, List<String> ingredients) {
        String told = words.toLowerCase(Locale.ROOT);
        if (BODY.words.matcher(told).find()) {
            return BODY;
        }
        return Arrays.stream(values())
                .filter(way -> way.words.matcher(told).find())
                .findFirst()
                .or(() -> BY_MOUTH_OR_NEEDLE.matcher(told).find() ? Optional.of(BODY) : Optional.empty())
                .orElseGet(() -> usual(ingredients));
    }

    private static Way usual(List<String> ingredients) {
        List<Way> ways = ingredients.stream()
                .map(ingredient -> USUAL.getOrDefault(ingredient, BODY))
                .distinct()
                .toList();
        return ways.size() == 1 ? ways.getFirst() : BODY;
    }

    private static Map<String, Way> usual() {
        Map<String, Way> ways = new HashMap<>();
        for (String line : WordList.lines("course/usual-ways.txt")) {
            String[] sides = line.split(": ", 2);
            List.of(sides[1].split(", ", -1)).forEach(ingredient -> ways.put(ingredient, valueOf(sides[0])));
        }
        return Map.copyOf(ways);
    }

    private static boolean tells(Attribute attribute) {
        return switch (attribute.role()) {
            case ROUTE, INSTRUCTION, DOSE -> true;
            default -> false;
        };
    }
}
