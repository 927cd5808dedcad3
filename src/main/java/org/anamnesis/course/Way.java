package org.anamnesis.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;

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
    BODY("");

    private static final Pattern THROUGH_THE_SKIN = Pattern.compile("\\b(?:patch(?:es)?|transdermal)\\b");
    private static final Pattern UNDER_THE_TONGUE = Pattern.compile("\\b(?:sublingual\\w*|mucosal|buccal)\\b");

    private final Pattern words;

    Way(String words) {
        this.words = Pattern.compile(words);
    }

    /** The way that a medication fact's name, route and instruction tell; {@link #BODY} where they tell none. */
    static Way of(Fact medication) {
        String told = Stream.concat(
                        Stream.of(medication.concept().text()),
                        medication.attributes().stream()
                                .filter(Way::tells)
                                .map(Attribute::text))
                .collect(Collectors.joining(" | "))
                .toLowerCase(Locale.ROOT);
        return ofWords(told);
    }

    /** The way that words in lower case tell. */
    static Way ofWords(String told) {
        if (THROUGH_THE_SKIN.matcher(told).find() || UNDER_THE_TONGUE.matcher(told).find()) {
            return BODY;
        }
        return Arrays.stream(values())
                .filter(way -> way != BODY && way.words.matcher(told).find())
                .findFirst()
                .orElse(BODY);
    }

    private static boolean tells(Attribute attribute) {
        return switch (attribute.role()) {
            case ROUTE, INSTRUCTION, DOSE -> true;
            default -> false;
        };
    }
}
