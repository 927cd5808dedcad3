package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;

/** The HEART score for chest pain. The history and the ECG are a clinician's judgement and are never made up. */
final class Heart implements Score {

    private static final Definition DEFINITION = new Definition(
            "HEART",
            "Six 2008",
            "Six AJ, Backus BE, Kelder JC. Chest pain in the emergency room: value of the HEART score."
                    + " Neth Heart J 2008;16:191-196",
            "people of 21 years and over with chest pain");

    private static final int ADULT = 21;
    private static final int MIDDLE = 45;
    private static final int OLD = 65;
    private static final int MANY = 3;
    private static final BigDecimal THRICE = BigDecimal.valueOf(3);

    private static final List<String> RISKS =
            List.of("high-cholesterol", "hypertension", "diabetes", "smoking", "obesity");

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .orElseGet(() -> new Tally(findings)
                        .asks(Parameter.TROPONIN)
                        .add("History", findings.answer(Parameter.CHEST_PAIN_HISTORY), Heart::history)
                        .add("ECG", findings.answer(Parameter.ELECTROCARDIOGRAM), Heart::electrocardiogram)
                        .add("Age", AgeInput.of(findings, MIDDLE, OLD), Heart::age)
                        .add("Risk factors", risks(findings), risks -> risks)
                        .add("Troponin", troponin(findings), Heart::troponin)
                        .note("What is not recorded as a problem counts as not present.")
                        .sum(Heart::band));
    }

    private static Bands.Awarded history(String suspicion) {
        return switch (suspicion) {
            case "slight" -> new Bands.Awarded(0, "slightly suspicious");
            case "moderate" -> new Bands.Awarded(1, "moderately suspicious");
            default -> new Bands.Awarded(2, "highly suspicious");
        };
    }

    private static Bands.Awarded electrocardiogram(String finding) {
        return switch (finding) {
            case "normal" -> new Bands.Awarded(0, "normal");
            case "unspecific" -> new Bands.Awarded(1, "unspecific repolarisation disturbance");
            default -> new Bands.Awarded(2, "significant ST deviation");
        };
    }

    private static Bands.Awarded age(Age age) {
        if (age.isAtLeast(OLD)) {
            return new Bands.Awarded(2, "65 years or over");
        }
        return age.isAtLeast(MIDDLE) ? new Bands.Awarded(1, "45 to 64 years") : new Bands.Awarded(0, "under 45 years");
    }

    private static Lookup<Bands.Awarded> risks(Findings findings) {
        List<Measured<String>> disease = findings.everHad("atherosclerotic-disease");
        if (!disease.isEmpty()) {
            return found(disease, new Bands.Awarded(2, "known atherosclerotic disease"));
        }
        Missing.Why why = findings.unseen("hypertension");
        if (why instanceof Missing.Why.NotRead) {
            return Lookup.absent("risk factors", why);
        }
        List<Measured<String>> factors = new ArrayList<>(RISKS.stream()
                .flatMap(key -> findings.has(key).stream().limit(1))
                .toList());
        relatives(findings).findFirst().ifPresent(factors::add);
        if (factors.size() >= MANY) {
            return found(factors, new Bands.Awarded(2, "three or more risk factors"));
        }
        return factors.isEmpty()
                ? found(
                        List.of(new Measured<>(
                                "risk factors", "", "none recorded", Optional.empty(), Optional.empty())),
                        new Bands.Awarded(0, "no known risk factor"))
                : found(factors, new Bands.Awarded(1, "one or two risk factors"));
    }

    private static Stream<Measured<String>> relatives(Findings findings) {
        return findings.chart()
                .facts(FactKind.HISTORY)
                .filter(fact -> Stream.of(
                                "myocardial infarction",
                                "coronary",
                                "heart attack",
                                "ischaemic heart",
                                "ischemic heart")
                        .anyMatch(disease -> Text.says(fact.concept().text(), disease)))
                .map(fact -> new Measured<>(
                        "family history", "", fact.concept().text(), fact.time(), Optional.of(fact.id())));
    }

    private static Lookup<Bands.Awarded> found(List<Measured<String>> evidence, Bands.Awarded awarded) {
        return new Lookup.Found<>(
                evidence.stream().map(each -> each.map(ignored -> awarded)).toList());
    }

    /** How many times the upper reference limit; the limit stands with the result or the score cannot be made. */
    private static Lookup<BigDecimal> troponin(Findings findings) {
        return switch (findings.number(Parameter.TROPONIN)) {
            case Lookup.Absent<BigDecimal> absent -> absent;
            case Lookup.Found<BigDecimal> found -> {
                Measured<BigDecimal> highest = found.worst(Comparator.naturalOrder());
                yield highest.source()
                        .flatMap(source -> times(findings, source))
                        .<Lookup<BigDecimal>>map(times -> new Lookup.Found<>(List.of(highest.map(value -> times))))
                        .orElseGet(() -> Lookup.absent(
                                "upper reference limit of " + highest.sentence(), new Missing.Why.NotRecorded()));
            }
        };
    }

    private static Optional<BigDecimal> times(Findings findings, CitationId source) {
        return findings.chart()
                .fact(source)
                .flatMap(fact -> fact.quantity()
                        .flatMap(result -> fact.attributes(Attribute.Role.REFERENCE_RANGE)
                                .flatMap(attribute -> attribute.value().stream())
                                .flatMap(value ->
                                        value instanceof Value.Range range ? range.high().stream() : Stream.empty())
                                .filter(high -> high.number().signum() > 0
                                        && high.unit().equals(result.unit()))
                                .findFirst()
                                .map(high -> result.number().divide(high.number(), MathContext.DECIMAL64))));
    }

    private static Bands.Awarded troponin(BigDecimal times) {
        if (times.compareTo(BigDecimal.ONE) <= 0) {
            return new Bands.Awarded(0, "up to the upper reference limit");
        }
        return times.compareTo(THRICE) < 0
                ? new Bands.Awarded(1, "one to three times the upper reference limit")
                : new Bands.Awarded(2, "three times the upper reference limit or more");
    }

    private static Band band(BigDecimal total) {
        int score = total.intValue();
        if (score <= 3) {
            return new Band("0 to 3", "low in the publication", Concern.LOW);
        }
        return score <= 6
                ? new Band("4 to 6", "moderate in the publication: observation, for review", Concern.RAISED)
                : new Band("7 to 10", "high in the publication: early invasive strategy, for review", Concern.URGENT);
    }
}
