package org.anamnesis.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/**
 * UCUM's codes as clinicians write them: {@code 10*3/uL} is ×10³/µL, {@code mm[Hg]} is mmHg. Only the writing of the unit
 * changes, so that the number beside it stays as it is.
 *
 * <p>What is written otherwise than by rule, and why, stands in {@code written.txt}; where it concerns a dose it follows the
 * Institute for Safe Medication Practices' list of error-prone abbreviations: a microgram is mcg and never µg.
 */
public final class UnitWriting {

    private static final Map<String, String> ROWS = rows();
    private static final String ALONE = "alone ";
    private static final String BEHIND_STROKE = "x/";
    private static final String SPOKEN = "per ";

    private static final Pattern STROKE = Pattern.compile("/(?![^{]*})");
    private static final Pattern PRODUCT = Pattern.compile("[.()](?![^{]*})");

    /** A power of ten, a number, or a symbol with its power; annotations behind it. */
    private static final Pattern PART = Pattern.compile(
            "(?:10[*^](?<ten>[+-]?\\d{1,2})|(?<number>\\d+)|(?<symbol>(?:[A-Za-z%]|\\[[^\\]]*])+)(?<power>\\d?))?"
                    + "(?<annotation>(?:\\{[^}]*})*)");

    private static final Pattern ANNOTATION = Pattern.compile("\\{([^}]*)}");

    /** Of the raised signs those that the fonts of a document have: no zero and no minus. */
    private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹";

    private UnitWriting() {}

    /**
     * A unit as it is written behind a number, with a space between; empty where nothing is to be written.
     *
     * @param code a UCUM code, case sensitive
     * @return the code itself where it is none, or no safe way to write it is known
     */
    public static String of(String code) {
        String row = ROWS.getOrDefault(ALONE + code, ROWS.get(code));
        if (row != null) {
            return row;
        }
        boolean isOne = Ucum.isValid(code) || ANNOTATION.matcher(code).matches();
        return isOne && !PRODUCT.matcher(code).find() ? compound(code).orElse(code) : code;
    }

    private static Optional<String> compound(String code) {
        String[] parts = STROKE.split(code, -1);
        Optional<String> counted = parts[0].isEmpty() || parts[0].equals("1") ? Optional.of("") : part(parts[0]);
        if (parts.length == 1 || counted.isEmpty()) {
            return counted;
        }
        boolean counts = counted.get().isEmpty() || parts[0].startsWith("{");
        String spoken = parts.length == 2 && counts ? ROWS.get(SPOKEN + parts[1]) : null;
        if (spoken != null) {
            return Optional.of((counted.get() + " " + SPOKEN + spoken).strip());
        }
        List<String> written = new ArrayList<>(List.of(counted.get()));
        for (int place = 1; place < parts.length; place++) {
            String row = ROWS.get(BEHIND_STROKE + parts[place]);
            Optional<String> part = row == null ? part(parts[place]) : Optional.of(row);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            written.add(part.get());
        }
        return Optional.of(String.join("/", written));
    }

    private static Optional<String> part(String code) {
        String row = ROWS.get(code);
        if (row != null) {
            return Optional.of(row);
        }
        Matcher part = PART.matcher(code);
        if (code.isEmpty() || !part.matches()) {
            return Optional.empty();
        }
        String annotation = annotation(part.group("annotation"));
        return bare(part).map(unit -> (unit + " " + annotation).strip());
    }

    private static Optional<String> bare(Matcher part) {
        if (part.group("ten") != null) {
            return raised(part.group("ten").replace("+", "")).map(power -> "×10" + power);
        }
        if (part.group("number") != null) {
            return Optional.of(part.group("number"));
        }
        return part.group("symbol") == null
                ? Optional.of("")
                : symbol(part.group("symbol"))
                        .flatMap(symbol -> raised(part.group("power")).map(power -> symbol + power));
    }

    private static Optional<String> symbol(String symbol) {
        String row = ROWS.get(symbol);
        if (row != null) {
            return Optional.of(row);
        }
        return Definitions.printed(symbol);
    }

    private static String annotation(String annotations) {
        List<String> words = new ArrayList<>();
        Matcher each = ANNOTATION.matcher(annotations);
        while (each.find()) {
            String row = ROWS.get(each.group());
            words.add(row == null ? each.group(1).replace('_', ' ') : row);
        }
        return String.join(" ", words).strip();
    }

    private static Optional<String> raised(String digits) {
        StringBuilder raised = new StringBuilder();
        for (char digit : digits.toCharArray()) {
            if (digit < '1' || digit > '9') {
                return Optional.empty();
            }
            raised.append(RAISED.charAt(digit - '1'));
        }
        return Optional.of(raised.toString());
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        WordList.lines("units/written.txt").forEach(line -> {
            int sign = line.indexOf(" =");
            rows.put(line.substring(0, sign), line.substring(sign + 2).strip());
        });
        return Map.copyOf(rows);
    }
}
