package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** How facts are put into words, the same in every section. */
final class Phrase {

    /** SNOMED CT's semantic tags, which say nothing to a reader. */
    private static final Pattern SEMANTIC_TAG = Pattern.compile(
            " \\((?:disorder|finding|procedure|situation|regime/therapy|event|substance|product|observable entity|person|morphologic abnormality)\\)$");

    private static final Set<String> HAPPENINGS = Set.of("ordered", "reported", "given", "dispensed");

    private Phrase() {}

    /** What the fact names, without a semantic tag. */
    static String name(Fact fact) {
        return SEMANTIC_TAG.matcher(fact.concept().text()).replaceFirst("");
    }

    /** The name in the middle of a sentence: a capital at the start of an ordinary word goes. */
    static String inSentence(Fact fact) {
        String name = name(fact);
        boolean ordinary = name.length() > 1
                && Character.isUpperCase(name.charAt(0))
                && name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT));
        return ordinary ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
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

    /** A statement that cites these facts. */
    static Statement statement(Section section, String text, Fact... cited) {
        return statement(section, text, List.of(cited));
    }

    static Statement statement(Section section, String text, List<Fact> cited) {
        String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
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

    /** {@code ", ordered 8 Oct 2024"}: by what the source says happened on the day, where it says so. */
    static String dated(Fact fact) {
        String happened = fact.attributes(Attribute.Role.CATEGORY)
                .map(Attribute::text)
                .filter(HAPPENINGS::contains)
                .findFirst()
                .orElse("dated");
        return fact.time().map(time -> ", " + happened + " " + time.dayText()).orElse("");
    }

    /** How a dose is taken, as written or put together from its parts. */
    static Optional<String> dosage(Fact medication) {
        return medication
                .attribute(Attribute.Role.INSTRUCTION)
                .map(Attribute::text)
                .or(() -> {
                    List<String> parts = Stream.of(Attribute.Role.DOSE, Attribute.Role.ROUTE, Attribute.Role.FREQUENCY)
                            .flatMap(role -> medication.attribute(role).stream())
                            .map(Attribute::text)
                            .toList();
                    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
                });
    }
}
