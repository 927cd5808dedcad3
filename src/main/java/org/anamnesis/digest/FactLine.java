package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** One fact as one line: {@code L3 | result | Potassium | 5.9 mmol/L | high | 2024-11-11 19:05}. */
public final class FactLine {

    private static final String BETWEEN = " | ";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

    private static final Set<Attribute.Role> UNWRITTEN = Set.of(
            Attribute.Role.CATEGORY,
            Attribute.Role.RECORDED,
            Attribute.Role.SECURITY_LABEL,
            Attribute.Role.CONSENT_DENIES);
    private static final Set<Attribute.Role> IN_INSTRUCTION =
            Set.of(Attribute.Role.DOSE, Attribute.Role.RATE, Attribute.Role.ROUTE, Attribute.Role.FREQUENCY);

    private FactLine() {}

    /** The line with the fact's id and kind in front. */
    public static String of(Fact fact) {
        return fact.id() + BETWEEN + fact.kind().word() + BETWEEN + words(fact);
    }

    /** What the fact says, without id and kind. */
    public static String words(Fact fact) {
        List<String> fields = new ArrayList<>();
        fields.add(oneLine(fact.concept().text()));
        fact.value().map(value -> oneLine(value.text())).ifPresent(fields::add);
        if (fact.standing() != Standing.FINAL && fact.standing() != Standing.UNSTATED) {
            fields.add(fact.standing().word());
        }
        boolean hasInstruction = fact.attribute(Attribute.Role.INSTRUCTION).isPresent();
        fact.attributes().stream()
                .filter(attribute -> isWritten(fact, attribute))
                .filter(attribute -> !hasInstruction || !IN_INSTRUCTION.contains(attribute.role()))
                .map(FactLine::field)
                .forEach(fields::add);
        boolean hasOnset = fact.attribute(Attribute.Role.ONSET).isPresent();
        if (!hasOnset) {
            fact.time().map(ClinicalTime::iso).ifPresent(fields::add);
        }
        return String.join(BETWEEN, fields);
    }

    /**
     * That a stay is part of another is worth a field; that a pulse was taken with the other vital signs is not. Who told a
     * fact is worth one too; who filed it, with the time of filing, is not.
     */
    private static boolean isWritten(Fact fact, Attribute attribute) {
        return switch (attribute.role()) {
            case PART_OF -> fact.kind() == FactKind.ENCOUNTER;
            case AUTHOR -> attribute.time().isEmpty();
            default -> !UNWRITTEN.contains(attribute.role());
        };
    }

    /** A line of the coverage, citable like a fact: {@code K2 | coverage | AllergyIntolerance | none-recorded}. */
    static String of(Coverage.Entry entry, int number) {
        return "" + FactKind.COVERAGE.letter() + number + BETWEEN + FactKind.COVERAGE.word() + BETWEEN + words(entry);
    }

    /** What a line of the coverage says, without its id; of how many, where not all were read. */
    public static String words(Coverage.Entry entry) {
        Coverage.Outcome outcome = entry.outcome();
        boolean partly = outcome instanceof Coverage.Outcome.CutOff || outcome instanceof Coverage.Outcome.Failed;
        String counts = partly && outcome.total().isPresent()
                ? BETWEEN + outcome.read() + " of " + outcome.total().getAsInt() + " read"
                : "";
        return entry.type() + " (" + entry.asked() + ")" + BETWEEN + outcome.code() + counts;
    }

    private static String field(Attribute attribute) {
        if (attribute.role() == Attribute.Role.LOCATION) {
            String since = attribute.time().map(time -> " from " + time.iso()).orElse("");
            return "in " + oneLine(attribute.text()) + since;
        }
        String text = oneLine(attribute.time().map(ClinicalTime::iso).orElse(attribute.text()));
        Optional<String> label = switch (attribute.role()) {
            case ONSET -> Optional.of("since");
            case STARTED -> Optional.of("from");
            case ENDED -> Optional.of("until");
            case REACTION -> Optional.of("reaction");
            case SEVERITY -> Optional.of("severity");
            case CRITICALITY -> Optional.of("criticality");
            case REFERENCE_RANGE -> Optional.of("reference range");
            case REASON -> Optional.of("for");
            case BODY_SITE -> Optional.of("site");
            case INGREDIENT -> Optional.of("ingredient");
            case RELATION -> Optional.of("relation");
            case SPECIMEN -> Optional.of("specimen");
            case ORGANISM -> Optional.of("organism");
            case TEST -> Optional.of("test");
            case PART_OF -> Optional.of("part of");
            case SERVICE -> Optional.of("service");
            case ADMITTED_FROM -> Optional.of("admitted from");
            case DISCHARGED_TO -> Optional.of("discharged to");
            case SUPPLY -> Optional.of("supply");
            case OUTCOME -> Optional.of("outcome");
            case AUTHOR -> Optional.of("by");
            case COMMENT -> Optional.of("comment");
            default -> Optional.empty();
        };
        return label.map(word -> word + " " + text).orElse(text);
    }

    /** Chart text is one field of one line: it cannot start a line of its own or pose as another field. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").replace('|', '/').strip();
    }
}
