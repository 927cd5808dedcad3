package org.anamnesis.focus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/**
 * What picked facts offer as the answer, computed: names with their codes, numbers with units, times as in the source, how
 * long stays lasted, how many there are, sums and means of what has one unit where the question asks for them, and that there is
 * any.
 */
final class AnswerValues {

    private static final Set<Role> UNTOLD = Set.of(Role.HIDDEN_CHARACTERS, Role.SECURITY_LABEL, Role.CONSENT_DENIES);

    /** When nothing was found: there is none, and none is counted. */
    static final List<String> NONE = List.of("false", "0");

    private static final String ANY = "true";
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final int MAX_VALUES = 2_000;
    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** A sum or a mean is offered to who asks for one only: of two potassium values it would be a wrong third one. */
    private static final Pattern SUMMING = Pattern.compile(
            "\\b(?:total\\w*|sum\\w*|altogether|average\\w*|mean|how much|overall|cumulative\\w*|combined|volume|amount|quantity|output|intake|input)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Chart chart;
    private final Stays stays;
    private final boolean summing;
    private final Set<String> values = new LinkedHashSet<>();

    AnswerValues(Chart chart, Stays stays, String question) {
        this.chart = chart;
        this.stays = stays;
        this.summing = SUMMING.matcher(question).find();
    }

    List<String> of(List<Picked> picked) {
        picked.forEach(this::counted);
        picked.forEach(picks -> picks.facts().forEach(fact -> said(picks.topic(), fact)));
        values.add(ANY);
        return values.stream().limit(MAX_VALUES).toList();
    }

    private void counted(Picked picked) {
        List<Fact> facts = picked.facts();
        values.add(String.valueOf(facts.size()));
        values.add(String.valueOf(
                facts.stream().mapToInt(fact -> 1 + fact.alsoIn().size()).sum()));
        values.add(String.valueOf(
                facts.stream().map(fact -> fact.concept().text()).distinct().count()));
        values.add(String.valueOf(facts.stream().map(Fact::concept).distinct().count()));
        if (!summing) {
            return;
        }
        sums(facts.stream().map(Fact::quantity).flatMap(Optional::stream));
        sums(facts.stream()
                .flatMap(fact -> fact.attribute(Role.DOSE).flatMap(Attribute::value).stream())
                .filter(Value.Quantity.class::isInstance)
                .map(Value.Quantity.class::cast));
    }

    /** What has different units has no sum. */
    private void sums(Stream<Value.Quantity> quantities) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        quantities.forEach(quantity -> {
            sums.merge(quantity.unit(), quantity.number(), BigDecimal::add);
            counts.merge(quantity.unit(), 1, Integer::sum);
        });
        if (sums.size() == 1) {
            sums.forEach((unit, sum) -> {
                int count = counts.getOrDefault(unit, 1);
                if (count > 1) {
                    number(sum, unit);
                    number(sum.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP), unit);
                }
            });
        }
    }

    private void said(Topic topic, Fact fact) {
        concept(fact.concept());
        fact.value().ifPresent(this::value);
        time(fact.time());
        if (fact.time().isEmpty()) {
            time(stays.time(fact));
        }
        for (Attribute attribute : fact.attributes()) {
            attribute.value().ifPresentOrElse(this::value, () -> {
                if (!UNTOLD.contains(attribute.role())) {
                    values.add(attribute.text());
                }
            });
            time(attribute.time());
        }
        switch (topic) {
            case HOSPITAL, INTENSIVE, EMERGENCY, VISIT -> length(fact);
            case PATIENT -> time(chart.patient().birthDate());
            default -> {
                // Other facts say all they have.
            }
        }
    }

    private void concept(Concept concept) {
        values.add(concept.text());
        concept.codings().forEach(coding -> {
            values.add(coding.code());
            if (!coding.display().isBlank()) {
                values.add(coding.display());
            }
        });
    }

    private void value(Value value) {
        switch (value) {
            case Value.Quantity quantity -> number(quantity.number(), quantity.unit());
            case Value.Worded worded -> concept(worded.concept());
            case Value.Panel panel -> {
                values.add(panel.text());
                panel.components().forEach(part -> value(part.value()));
            }
            default -> values.add(value.text());
        }
    }

    private void number(BigDecimal number, String unit) {
        String plain = number.stripTrailingZeros().toPlainString();
        values.add(plain);
        if (!unit.isEmpty()) {
            values.add(plain + " " + unit);
            values.add(unit);
        }
    }

    private void time(Optional<ClinicalTime> time) {
        time.map(AnswerValues::iso).ifPresent(values::add);
    }

    /** To the second and with the offset, where the source says so. */
    private static String iso(ClinicalTime time) {
        if (time.precision() != ClinicalTime.Precision.MINUTE) {
            return time.iso();
        }
        String local = ISO_TIME.format(time.local());
        return time.offset().map(offset -> local + offset.getId()).orElse(local);
    }

    private void length(Fact stay) {
        Optional<LocalDateTime> start = stay.time().map(ClinicalTime::local);
        Optional<LocalDateTime> end =
                stay.attribute(Role.ENDED).flatMap(Attribute::time).map(ClinicalTime::local);
        if (start.isPresent() && end.isPresent()) {
            Duration length = Duration.between(start.get(), end.get());
            BigDecimal days = BigDecimal.valueOf(length.toSeconds()).divide(SECONDS_A_DAY, 8, RoundingMode.HALF_UP);
            number(days, "days");
        }
    }
}
