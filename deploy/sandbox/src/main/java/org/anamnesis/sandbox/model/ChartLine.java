package org.anamnesis.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One fact of the prompt: {@code L3 | result | Potassium | 5.9 mmol/L | high | 2024-11-11 19:05}.
 *
 * @param id the citation id
 * @param kind e.g. {@code medication}
 * @param name the first field
 * @param fields the fields behind the name
 */
record ChartLine(String id, String kind, String name, List<String> fields) {

    private static final Pattern ID = Pattern.compile("[A-Z]\\d{1,5}");
    private static final Pattern SEMANTIC_TAG = Pattern.compile(" \\([a-z/ ]+\\)$");
    private static final Pattern WITHHELD = Pattern.compile("\\[[a-z]+\\] ?");
    private static final Pattern LABEL = Pattern.compile(
            "^(since|from|until|reaction|severity|criticality|reference range|for|site|ingredient|relation|specimen|organism|test"
                    + "|part of|service|admitted from|discharged to|supply|outcome|comment|ordered|due|recorded|earlier|also"
                    + "|with|lowest|highest|named) (.*)$");

    /** What a line says of its place in time and of what it stands for besides. */
    private static final Pattern ASIDE = Pattern.compile(
            "^(?:day -?\\d+ of [A-Z]\\d+|\\d+ (?:d|mo|y) before now|\\d+ since .*|(?:given|dispensed) \\d+ times.*|end has passed)$");

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern DATE_ONLY = Pattern.compile("(?:ordered |recorded )?" + DATE.pattern());
    private static final Set<String> STANDINGS = Set.of(
            "active",
            "recurrence",
            "inactive",
            "resolved",
            "on hold",
            "stopped",
            "completed",
            "finished",
            "cancelled",
            "planned",
            "preliminary",
            "final",
            "not present",
            "status not stated");
    private static final Set<String> GONE = Set.of("cancelled", "not present");
    private static final Set<String> FLAGS = Set.of(
            "high",
            "low",
            "critical high",
            "critical low",
            "abnormal",
            "critical abnormal",
            "critically high",
            "critically low");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    ChartLine {
        fields = List.copyOf(fields);
    }

    /** The fact of a line of the prompt; empty where the line is none. */
    static Optional<ChartLine> parse(String line) {
        List<String> parts = Stream.of(line.split(" \\| "))
                .map(part -> WITHHELD.matcher(part).replaceAll("").strip())
                .toList();
        if (parts.size() < 3 || !ID.matcher(parts.get(0)).matches()) {
            return Optional.empty();
        }
        String name = SEMANTIC_TAG.matcher(parts.get(2)).replaceFirst("");
        return Optional.of(new ChartLine(parts.get(0), parts.get(1), name, parts.subList(3, parts.size())));
    }

    boolean is(String otherKind) {
        return kind.equals(otherKind);
    }

    /** The name in the middle of a sentence: an ordinary word loses its capital, an abbreviation keeps it. */
    String inSentence() {
        String tail = name.length() > 1 ? name.substring(1) : "";
        boolean ordinary = tail.equals(tail.toLowerCase(Locale.ROOT)) && name.matches("\\p{L}{2,}.*");
        return ordinary ? name.substring(0, 1).toLowerCase(Locale.ROOT) + tail : name;
    }

    /** The status, where the line has one. */
    Optional<String> standing() {
        return fields.stream().filter(STANDINGS::contains).findFirst();
    }

    boolean stands(String word) {
        return standing().filter(word::equals).isPresent();
    }

    /** Whether it never was or never happened. */
    boolean isGone() {
        return standing().filter(GONE::contains).isPresent();
    }

    /** What stands behind a label, e.g. {@code reaction}. */
    Optional<String> labelled(String label) {
        return fields.stream()
                .map(LABEL::matcher)
                .filter(Matcher::matches)
                .filter(field -> field.group(1).equals(label))
                .map(field -> field.group(2))
                .findFirst();
    }

    /** The first field that is neither status, label, flag nor date: a value or an instruction. */
    Optional<String> content() {
        return fields.stream()
                .filter(field -> !STANDINGS.contains(field)
                        && !isFlag(field)
                        && !LABEL.matcher(field).matches()
                        && !ASIDE.matcher(field).matches()
                        && !DATE_ONLY.matcher(field).matches())
                .findFirst();
    }

    /** "high", "low" and the like, where the line has it. */
    Optional<String> flag() {
        return fields.stream().filter(ChartLine::isFlag).findFirst().map(flag -> flag.toLowerCase(Locale.ROOT));
    }

    private static boolean isFlag(String field) {
        return FLAGS.contains(field.toLowerCase(Locale.ROOT));
    }

    /** Its own time as it stands there, which sorts by time; empty where it has none. */
    Optional<String> time() {
        return fields.stream()
                .filter(field -> DATE_ONLY.matcher(field).matches())
                .map(field -> field.replaceFirst("^(ordered|recorded) ", ""))
                .reduce((first, last) -> last);
    }

    /** Its own day, e.g. {@code 16 Nov 2024}. */
    Optional<String> day() {
        return time().flatMap(ChartLine::day);
    }

    /** " on 16 Nov 2024" or " in Nov 2024", or nothing. */
    String on() {
        return time().flatMap(time -> day(time).map(day -> (time.length() < 10 ? " in " : " on ") + day))
                .orElse("");
    }

    /** A day in words from a day in digits, as exact as it is. */
    static Optional<String> day(String written) {
        Matcher date = DATE.matcher(written);
        if (!date.matches()) {
            return Optional.empty();
        }
        String year = date.group(1);
        if (date.group(2) == null) {
            return Optional.of(year);
        }
        int month = Integer.parseInt(date.group(2));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        String monthAndYear = MONTHS.get(month - 1) + " " + year;
        return Optional.of(date.group(3) == null ? monthAndYear : Integer.parseInt(date.group(3)) + " " + monthAndYear);
    }
}
