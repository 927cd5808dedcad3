package org.anamnesis.deidentification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as people and machines write them, and ages of ninety and more. */
final class Dates {

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
                    + "|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
                    + "|january|february|april|july|august|september|october|november|december)\\.?";
    private static final String TIME =
            "(?:(?:T|,? (?:at )?)\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String NTH = "(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:1[89]\\d{2}|2[01]\\d{2})";

    private static final Pattern FRACTION_AFTER = Pattern.compile(
            "(?i)^\\s*(?:-\\s*)?(?:strength|power|tab|tablet|cap|pill|systolic|diastolic|murmur|sem\\b|pulse|pain|severity|intensity|reflex|dose|cup|"
                    + "pack|ppd|inch|mile|hour|strip|unit|vial|bottle|sachet|patch|mg|ml|scale|score|points?|criteria|sirs|blood cultures?|bottles|"
                    + "motor|extremit|upper|lower|bilateral|in (?:all|both|the)|dtr|grade|nodes?|positive|weeks?|days?|of\\b|normal|"
                    + "holosystolic|pansystolic|ejection|ns\\b|saline|\\d|%|correct|recall|items?|words|objects)");
    private static final Pattern FRACTION_BEFORE = Pattern.compile(
            "(?i)(?:bp|blood pressure|strength|power|motor|pain|severity|grade|murmur|reflex(?:es)?|dtrs?|pulses?|score|scale|apgars?|vision|acuity|"
                    + "visual|mmse|moca|gcs|wells|take|takes|tak(?:ing|en)|half|dose|titer|ratio|recall|rated?|sirs|criteria|cultures?|gleason|is|was)\\W{0,3}$");
    private static final Pattern DATE_BEFORE = Pattern.compile(
            "(?i)(?:\\bon|since|from|until|till|to|by|dated?|dob|d\\.o\\.b\\.?|born|admi(?:tted|ssion)|discharged?|seen|visit|date|before|after|around|"
                    + "through|between|and|due|last|next|signed|dictated|scheduled|done|performed|started|stopped|for|follow[- ]?up|f/u|of)\\W{0,3}$");
    private static final Pattern NAMED_BEFORE = Pattern.compile("(?:\\p{Lu}[\\p{L}'-]+|\\bM\\.?D\\.?),?\\s*$");

    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:an?|the|in|of|since|from|until|till|by|circa|ca\\.?|early|late|mid|year|fall|autumn|summer|spring|winter|before|after|during|"
                    + "through|between|and|to|back in|around|about|born|class of|est\\.?|©|dated?)[ -]?|[(,] ?|^\\s*|[-–] ?)$");
    private static final Pattern UNIT_AFTER = Pattern.compile(
            "(?i)^\\s?(?:mg|mcg|ml|cc|g\\b|kg|l\\b|mmol|units?|iu|k?cal|calories?|/|%|cells|copies|steps|feet|ft|meters?|m\\b|cm|mm|ng|pg|hours?|hrs|h\\b|patients|people|dollars|\\.\\d|,\\d|:\\d)");

    private Dates() {}

    /** Dates that cannot be anything else. */
    static List<Recognizer> written() {
        return List.of(
                new PatternRecognizer(
                        Kind.DATE, "(?<![\\d.])" + YEAR + "([-/.])(?:0?[1-9]|1[0-2])\\1" + DAY + "(?!\\d)" + TIME),
                new PatternRecognizer(
                        Kind.DATE,
                        "(?<![\\d./-])(?:" + DAY + "([-/.])" + DAY + "\\1(?:" + YEAR + "|\\d{2}))(?![\\d/-]|\\.\\d)"
                                + TIME),
                new PatternRecognizer(
                        Kind.DATE,
                        "(?<![\\p{L}\\d])" + DAY + NTH + "(?: of)?[ -]?" + MONTH + "(?:,?[ -]{0,2}'?(?:" + YEAR
                                + "|\\d{2}))?(?![\\p{L}\\d])" + TIME),
                new PatternRecognizer(
                        Kind.DATE,
                        "(?<![\\p{L}\\d])" + MONTH + "[ -]{1,2}(?:the )?" + DAY + NTH
                                + "(?![\\p{L}\\d]|[.,]\\d|/\\d| ?(?:mg|ml|mcg)\\b)(?:,? {0,2}'?" + YEAR + "(?!\\d))?"
                                + TIME),
                new PatternRecognizer(
                        Kind.DATE, "(?<![\\p{L}\\d])" + MONTH + ",?(?: of)?[ -/]" + YEAR + "(?![\\p{L}\\d])"),
                new PatternRecognizer(
                        Kind.DATE,
                        "(?i)\\b(?:in|since|until|from|during|last|this|next|early|late|mid|by|of|before|after)[ -](?<id>"
                                + MONTH + ")(?![\\p{L}\\d])",
                        (text, match) -> Character.isUpperCase(match.group(1).charAt(0))));
    }

    /** Dates that something else may look like, and ages. */
    static List<Recognizer> others() {
        return List.of(
                new PatternRecognizer(Kind.DATE, "(?<![\\p{L}])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![\\p{L}])"),
                new PatternRecognizer(Kind.DATE, "(?<![\\d/.-])(?:0?[1-9]|1[0-2])/" + YEAR + "(?![\\d/])"),
                new PatternRecognizer(
                        Kind.DATE,
                        "(?<![\\w/.-])(?:(?:0?[1-9]|1[0-2])/" + DAY + ")(?![\\d/]|\\.\\d|-\\d)",
                        Dates::isMonthAndDay),
                new PatternRecognizer(Kind.DATE, "(?<![\\w/.-])" + YEAR + "(?![\\w/]|[.,-]\\d)", Dates::isYear),
                new PatternRecognizer(
                        Kind.AGE,
                        "(?i)(?<![\\w./-])(?<id>9\\d|1[01]\\d|12[0-5])(?=[ -]?(?:year|yr|y/o|y\\.o|yo\\b|yo[mf]\\b|y old|y\\.?\\s?o\\b))"),
                new PatternRecognizer(
                        Kind.AGE,
                        "(?i)\\bage[ds]?(?: (?:is|of|at \\w+))?\\W{0,3}(?<id>9\\d|1[01]\\d|12[0-5])(?![\\d./%])"),
                new PatternRecognizer(
                        Kind.AGE,
                        "(?i)(?<!\\p{L})(?<id>ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one hundred(?: and \\w+)?)(?=[- ]year)"),
                new PatternRecognizer(Kind.AGE, "(?<![\\w./-])(?<id>9\\d|1[01]\\d)(?= ?[MF]\\b)"));
    }

    /** {@code 4/12} is a day of a month, a strength, a murmur's grade or half of a tablet: what stands beside it decides. */
    private static boolean isMonthAndDay(String text, MatchResult match) {
        String after = text.substring(match.end());
        String before = text.substring(Math.max(0, match.start() - 30), match.start());
        if (FRACTION_AFTER.matcher(after).find()
                || FRACTION_BEFORE.matcher(before).find()) {
            return false;
        }
        String[] parts = match.group().split("/");
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        boolean commonFraction = first <= second && (second <= 6 || second == 8 || second == 10);
        return DATE_BEFORE.matcher(before).find()
                || NAMED_BEFORE.matcher(before).find()
                || !commonFraction;
    }

    private static boolean isYear(String text, MatchResult match) {
        String before = text.substring(Math.max(0, match.start() - 20), match.start());
        return YEAR_BEFORE.matcher(before).find()
                && !UNIT_AFTER.matcher(text.substring(match.end())).find();
    }
}
