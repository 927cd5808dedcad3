package org.anamnesis.deidentification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers and codes of somebody or something: by the word that names them, or by a form that nothing measured has. */
final class Numbers {

    /** What stands between a word and its number. */
    private static final String TO =
            "(?:\\s*(?:number|numbers|num|no\\.?|nr\\.?|#|id|code|card|certificate|plate|tag|identifier|is|was|of|ends in|ending))*\\s*[:#=.(]*\\s*(?:is\\s+)?";

    /** A code: at least four characters, of them two digits, joined by hyphens, dots, slashes. */
    private static final String CODE =
            "(?<id>(?=[\\p{L}\\d]*[-./ ]?[\\p{L}\\d]*\\d)(?=(?:[^\\s,;]*\\d){3})[\\p{L}\\d]+(?:[-./][\\p{L}\\d]+)*)(?![\\p{L}\\d]|\\s?(?:mg|mcg|ml|mmol|units?|%))";

    private static final Pattern MEASURED =
            Pattern.compile("(?i)^\\s?(?:mg|mcg|µg|g|ml|l|mmol|units?|iu|/|%|cells|copies|x10|k/|per\\b|bpm|mmhg|\\^)");
    private static final Pattern CODED = Pattern.compile(
            "(?i)(?:icd|cpt|loinc|snomed|rxnorm|ndc|hcpcs|drg|cvx|dsm|atc|ucum|version|nct)[-\\s\\d]*(?:code|ct|cm)?\\W{0,3}$");

    private Numbers() {}

    /** Those of persons, before telephone numbers are looked for. */
    static List<Recognizer> ofPersons() {
        return List.of(
                named(Kind.RECORD_NUMBER, "mrn|medical record"),
                named(
                        Kind.SOCIAL_SECURITY_NUMBER,
                        "ssn|social security|soc sec|national insurance|sin\\b|tax id|tin\\b|nhs"),
                new PatternRecognizer(
                        Kind.SOCIAL_SECURITY_NUMBER, "(?<![\\w-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\w-]|\\.\\d)"));
    }

    /** Everything else that has a number. */
    static List<Recognizer> others() {
        return List.of(
                named(
                        Kind.RECORD_NUMBER,
                        "mrn|medical record|med rec|record|chart|hospital|unit|patient id|patient|pt id|csn|fin|har|"
                                + "encounter|visit|accession|specimen|case|registry|study id|subject id"),
                named(
                        Kind.HEALTH_PLAN,
                        "health plan|plan|policy|member(?:ship)?|subscriber|insurance|medicare|medicaid|beneficiary|mbi|"
                                + "group|payer|payor|claim|authori[sz]ation|hicn"),
                named(
                        Kind.DEVICE,
                        "serial|s/n|sn|device|implant|pacemaker|icd serial|lot|model|udi|pump|generator|lead|imei|asset"),
                named(
                        Kind.LICENCE,
                        "licen[sc]e|driver'?s licen[sc]e|dl|dea|npi|certificate|registration|passport|visa|vin|plate|"
                                + "vehicle|tag|badge|permit|employee id|staff id"),
                named(
                        Kind.ACCOUNT,
                        "account|acct|a/c|iban|routing|card|credit card|debit card|cc|invoice|bill|order|ticket"),
                named(
                        Kind.NUMBER,
                        "id|identifier|username|user|login|reference|ref|confirmation|tracking|fingerprint|biometric|voiceprint"),
                new PatternRecognizer(
                        Kind.NUMBER,
                        "(?i)\\b(?:user ?name|login|user id|screen name|handle)(?: is)?\\s*[:=]?\\s+(?<id>(?=\\S*[\\d_.])[\\w.@-]{4,})"),
                new PatternRecognizer(
                        Kind.NUMBER, "(?i)\\b(?:pager|beeper|extension|ext\\.?)\\W{1,3}(?<id>\\d{3,6})\\b"),
                new PatternRecognizer(
                        Kind.ACCOUNT,
                        "(?i)(?<![\\w-])[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?(?![\\w-])",
                        (text, match) ->
                                match.group().chars().filter(Character::isDigit).count() >= 10),
                new PatternRecognizer(
                        Kind.ACCOUNT,
                        "(?<![\\w.-])(?:\\d{4}[ -]){3}\\d{1,7}(?![\\w-])|(?<![\\w.-])\\d{12,19}(?![\\w.-]*\\w)"),
                new PatternRecognizer(Kind.NUMBER, "(?<![\\w/-])\\d{2,4}(?:-\\d{2,4}){2,3}(?![\\w-])"),
                new PatternRecognizer(
                        Kind.NUMBER, "(?<![\\w/-])\\p{Lu}{1,5}[-]?\\d{5,}(?:-\\d+)*(?![\\w-])", Numbers::isNoCode),
                new PatternRecognizer(
                        Kind.NUMBER,
                        "(?<![\\w/-])(?=[A-Z0-9]*[A-Z])(?=(?:[A-Z0-9-]*\\d){4})[A-Z0-9]{2,}(?:-[A-Z0-9]+)+(?![\\w-])|"
                                + "(?<![\\w/-])(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])(?=(?:[A-Z0-9]*\\d){4})[A-Z0-9]{8,}(?![\\w-])",
                        Numbers::isNoCode),
                new PatternRecognizer(
                        Kind.NUMBER, "(?<![\\w.,/-])#?\\d{7,11}(?![\\w%]|[.,/-]\\d)", Numbers::isNotMeasured));
    }

    private static Recognizer named(Kind kind, String words) {
        return new PatternRecognizer(kind, "(?i)(?<![\\p{L}\\d])(?:" + words + ")" + TO + CODE, Numbers::isNoDate);
    }

    /** "Admitted, chart of 2019-02-03": a date says for itself what it is. */
    private static boolean isNoDate(String text, MatchResult match) {
        String code = match.group(1);
        return !code.matches(
                        "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?:[0-2]?\\d|3[01])[-/.](?:[0-2]?\\d|3[01])[-/.](?:\\d{2}|\\d{4})|(?:19|20)\\d{2}|\\d{1,3}[/.]\\d{1,4}|\\d{1,3}(?:-\\p{L}+)*|\\d+(?:\\.\\d+)?(?:mg|mcg|ml|g|kg|cm|mm|mmhg|mmol)")
                && code.chars().filter(Character::isDigit).count() >= 3
                && isNotMeasured(text, match);
    }

    private static boolean isNoCode(String text, MatchResult match) {
        return !CODED.matcher(text.substring(Math.max(0, match.start() - 30), match.start()))
                .find();
    }

    private static boolean isNotMeasured(String text, MatchResult match) {
        return !MEASURED.matcher(text.substring(match.end())).find() && isNoCode(text, match);
    }
}
