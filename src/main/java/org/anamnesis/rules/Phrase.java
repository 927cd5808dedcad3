package org.anamnesis.rules;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** How facts are put into words, the same in every section. */
final class Phrase {

    /** SNOMED CT's semantic tags, which say nothing to a reader. */
    private static final Pattern SEMANTIC_TAG = Pattern.compile(
            " \\((?:disorder|finding|procedure|situation|regime/therapy|event|substance|product|observable entity|person|morphologic abnormality|record artifact)\\)$");

    /** A capital at the start of an ordinary word, other than in an abbreviation or a proper name. */
    private static final Pattern ORDINARY_START = Pattern.compile("\\p{Lu}\\p{Ll}+(?=$|[\\s,;/()-])(?!.*['’]s\\b)");

    private static final Pattern SITUATION = Pattern.compile(" \\((?:finding|situation|person|event)\\)$");

    /** US Core's code for every assessment and plan, where a system writes it in front of what the plan is. */
    private static final Pattern PLAN_CODE = Pattern.compile("^assess-plan, ");

    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** What LOINC's long names say of property, ordinary specimen and method; other specimens are told. */
    private static final Pattern LOINC_DETAIL = Pattern.compile(
            " \\[(?:Mass|Moles|#|Units|Volume|Enzymatic|Catalytic|Entitic|Ratio|Presence)[^\\]]*\\]|(?:/Hemoglobin\\.total)? (?:in|of) (?:Serum|Plasma|Blood)\\b(?:,? (?:or )?(?:Serum|Plasma|Blood)\\b)*(?: by .*)?$| panel(?: with all children optional)?$");

    private Phrase() {}

    /** What the fact names, without a semantic tag; of a test as it is called on a ward. */
    static String name(Fact fact) {
        String name = SEMANTIC_TAG.matcher(fact.concept().text()).replaceFirst("");
        return switch (fact.kind()) {
            case RESULT, VITAL -> LOINC_DETAIL.matcher(name).replaceAll("");
            case PLAN -> PLAN_CODE.matcher(name).replaceFirst("");
            default -> name;
        };
    }

    /** Whether a problem list names no disease here but a finding or how the patient lives. */
    static boolean isSituation(Fact problem) {
        return SITUATION.matcher(problem.concept().text()).find();
    }

    /** The name in the middle of a sentence: a capital at the start of an ordinary word goes. */
    static String inSentence(Fact fact) {
        return inSentence(name(fact));
    }

    /** Words in the middle of a sentence: "COPD" and "Parkinson's" stay as they are, "Rash" becomes "rash". */
    static String inSentence(String words) {
        return ORDINARY_START.matcher(words).lookingAt()
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    /** {@code "a, b and c"}. */
    static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** {@code " on 16 Nov 2024"}, or nothing where the time is unknown. */
    static String on(Fact fact) {
        return fact.time()
                .map(time -> switch (time.precision()) {
                    case YEAR, MONTH -> " in " + time.dayText();
                    case DAY, MINUTE -> " on " + time.dayText();
                })
                .orElse("");
    }

    /** Like {@link #on}; of the year of a date said just before it, without the year. */
    static String onTheSameYearAs(ClinicalTime said, Fact fact) {
        return fact.time()
                .filter(time -> time.precision().compareTo(ClinicalTime.Precision.DAY) >= 0
                        && time.local().getYear() == said.local().getYear())
                .map(time -> " on " + DAY_OF_YEAR.format(time.local()))
                .orElseGet(() -> on(fact));
    }

    /** {@code " from 3 Nov 2024 until 10 Nov 2024"}; one day where it did not go on for longer, or does not say. */
    static String during(Fact fact) {
        Optional<ClinicalTime> end = fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time);
        Optional<ClinicalTime> begin = fact.time();
        boolean longer = begin.isPresent()
                && end.isPresent()
                && !begin.get().dayText().equals(end.get().dayText());
        return longer ? " from " + begin.get().dayText() + " until " + end.get().dayText() : on(fact);
    }

    /** Like {@link #on}, with the time of day where it is known. */
    static String at(Fact fact) {
        return fact.time()
                .filter(time -> time.precision() == ClinicalTime.Precision.MINUTE)
                .map(time -> " on " + time.text())
                .orElseGet(() -> on(fact));
    }

    /** {@code ", reaction rash"}: an attribute behind a word, where the fact has it. */
    static String with(Fact fact, Attribute.Role role, String before) {
        return fact.attribute(role)
                .map(attribute -> ", " + before + attribute.text())
                .orElse("");
    }

    /** {@code " (high)"}; that a result is normal, and what its own words say, is not said again. */
    static String flag(Fact result) {
        String found = result.value().map(Value::text).orElse("");
        return result.attribute(Attribute.Role.INTERPRETATION)
                .map(Attribute::text)
                .filter(flag -> !flag.equalsIgnoreCase("normal") && !flag.equalsIgnoreCase(found))
                .map(flag -> " (" + flag + ")")
                .orElse("");
    }

    /** {@code " for abdominal pain"}: why an encounter took place. */
    static String reason(Fact encounter) {
        return encounter
                .attribute(Attribute.Role.REASON)
                .map(reason ->
                        " for " + inSentence(SEMANTIC_TAG.matcher(reason.text()).replaceFirst("")))
                .orElse("");
    }

    /** {@code ", left pleural cavity"}, where the name does not say it. */
    static String site(Fact fact) {
        String name = name(fact).toLowerCase(Locale.ROOT);
        return fact.attribute(Attribute.Role.BODY_SITE)
                .map(Attribute::text)
                .filter(text -> !name.contains(text.toLowerCase(Locale.ROOT)))
                .map(text -> ", " + inSentence(text))
                .orElse("");
    }

    /** A statement that cites these facts. */
    static Statement statement(Section section, String text, Fact... cited) {
        return statement(section, text, List.of(cited));
    }

    static Statement statement(Section section, String text, List<Fact> cited) {
        // "pH" stays as it is
        boolean mixed = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        String sentence = (mixed ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1)) + ".";
        return new Statement(
                section,
                sentence,
                cited.stream().map(fact -> fact.id().toString()).toList());
    }

    /**
     * "No ... are recorded in this chart", where every search of these types came back empty; else nothing, since a search
     * that failed says nothing.
     */
    static Stream<Statement> noneRecorded(Chart chart, Section section, String what, String... types) {
        List<String> cited = new ArrayList<>();
        List<Coverage.Entry> entries = chart.coverage().entries();
        for (int i = 0; i < entries.size(); i++) {
            if (!List.of(types).contains(entries.get(i).type())) {
                continue;
            }
            if (!(entries.get(i).outcome() instanceof Coverage.Outcome.NoneRecorded)) {
                return Stream.empty();
            }
            cited.add(new CitationId(FactKind.COVERAGE, i + 1).toString());
        }
        return cited.isEmpty()
                ? Stream.empty()
                : Stream.of(new Statement(section, "No " + what + " are recorded in this chart.", cited));
    }
}
