package org.anamnesis.grounding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which spellings of units mean the same. Nothing is converted here: a different unit is a different claim. */
final class Units {

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("bpm", "/min"),
            Map.entry("beats/min", "/min"),
            Map.entry("beats/minute", "/min"),
            Map.entry("breaths/min", "/min"),
            Map.entry("breaths/minute", "/min"),
            Map.entry("{beats}/min", "/min"),
            Map.entry("{breaths}/min", "/min"),
            Map.entry("per minute", "/min"),
            Map.entry("per min", "/min"),
            Map.entry("beats per minute", "/min"),
            Map.entry("breaths per minute", "/min"),
            Map.entry("beats per min", "/min"),
            Map.entry("breaths per min", "/min"),
            Map.entry("/minute", "/min"),
            Map.entry("k/ul", "10*3/ul"),
            Map.entry("thou/ul", "10*3/ul"),
            Map.entry("m/ul", "10*6/ul"),
            Map.entry("mill/ul", "10*6/ul"),
            Map.entry("cel", "c"),
            Map.entry("°c", "c"),
            Map.entry("degc", "c"),
            Map.entry("[degf]", "f"),
            Map.entry("°f", "f"),
            Map.entry("degf", "f"),
            Map.entry("mm[hg]", "mmhg"),
            Map.entry("mm hg", "mmhg"),
            Map.entry("mcg", "ug"),
            Map.entry("micrograms", "ug"),
            Map.entry("microgram", "ug"),
            Map.entry("milligrams", "mg"),
            Map.entry("milligram", "mg"),
            Map.entry("millilitres", "ml"),
            Map.entry("milliliters", "ml"),
            Map.entry("litres", "l"),
            Map.entry("liters", "l"),
            Map.entry("units", "unit"),
            Map.entry("[iu]", "unit"),
            Map.entry("iu", "unit"),
            Map.entry("u", "unit"),
            Map.entry("percent", "%"),
            Map.entry("years", "year"),
            Map.entry("yr", "year"),
            Map.entry("a", "year"),
            Map.entry("months", "month"),
            Map.entry("weeks", "week"),
            Map.entry("days", "day"),
            Map.entry("hours", "h"),
            Map.entry("hour", "h"),
            Map.entry("hr", "h"),
            Map.entry("minutes", "min"),
            Map.entry("minute", "min"),
            Map.entry("tablets", "tablet"),
            Map.entry("capsules", "capsule"),
            Map.entry("puffs", "puff"),
            Map.entry("kgs", "kg"),
            Map.entry("kilograms", "kg"));

    /** Words that are a unit when they follow a number; compounds with a slash are recognised by their form. */
    private static final Set<String> KNOWN = Set.of(
            "mg", "g", "kg", "ug", "ng", "ml", "l", "dl", "mmol", "mol", "umol", "meq", "unit", "mmhg", "kpa", "%", "c",
            "f", "cm", "mm", "m", "year", "month", "week", "day", "h", "min", "s", "tablet", "capsule", "puff", "drop",
            "patch", "/min", "lb", "osm", "mosm", "cells", "mets", "pack", "pg", "fl", "nmol", "pmol", "miu", "uiu",
            "kiu");

    /** Behind a stroke, where UCUM's letters for a time are no words. */
    private static final Map<String, String> TIMES = Map.of("d", "day", "wk", "week", "mo", "month");

    private static final Pattern POWER = Pattern.compile("^(?:[×x] ?)?10[*^e]?(\\d{1,2})(?: ?cells?)?(?=/)");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\[\\]{}_^ ]");

    private Units() {}

    /** One spelling for all spellings of a unit. */
    static String normal(String unit) {
        // raised digits come down, and both letters for micro become one
        String lower = Normalizer.normalize(unit.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .replace('μ', 'u')
                .strip();
        String known = SPELLINGS.get(lower);
        if (known != null || lower.indexOf('/') < 0) {
            return known == null ? lower : known;
        }
        String bare =
                PUNCTUATION.matcher(POWER.matcher(lower).replaceFirst("10*$1")).replaceAll("");
        return Arrays.stream(bare.split("/", -1))
                .map(part -> SPELLINGS.getOrDefault(part, TIMES.getOrDefault(part, part)))
                .collect(Collectors.joining("/"));
    }

    /** Whether a word behind a number is a unit. */
    static boolean isUnit(String word) {
        String normal = normal(word);
        return KNOWN.contains(normal)
                || (normal.indexOf('/') >= 0 && KNOWN.contains(head(normal)))
                || normal.startsWith("10*");
    }

    private static String head(String compound) {
        int slash = compound.indexOf('/');
        return slash == 0 ? "/min" : normal(compound.substring(0, slash));
    }
}
