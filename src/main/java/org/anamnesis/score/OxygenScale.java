package org.anamnesis.score;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Standing;

/**
 * Which of NEWS2's two scales holds for SpO2. The second holds only where somebody prescribed it: an alert, an order, a plan
 * or an observation that names a target of 88 to 92 % or scale 2 (RCP 2017, "under the direction of a qualified clinician").
 *
 * @param second whether scale 2 holds
 * @param evidence what says so
 * @param mentions sentences of notes that name such a target without an order; they do not change the scale
 */
record OxygenScale(boolean second, Optional<Measured<String>> evidence, List<Passage> mentions) {

    private static final Pattern TARGET =
            Pattern.compile("\\b88\\s*%?\\s*(?:-|–|to)\\s*92\\b|\\bSpO2 scale 2\\b|\\bNEWS2 scale 2\\b", Pattern.CASE_INSENSITIVE);

    private static final List<FactKind> PRESCRIBING =
            List.of(FactKind.DIRECTIVE, FactKind.PLAN, FactKind.MEDICATION, FactKind.PROBLEM);

    static OxygenScale at(Findings findings) {
        Lookup<String> recorded = findings.word(Parameter.SATURATION_SCALE);
        if (recorded instanceof Lookup.Found<String> found) {
            boolean second = found.first().value().equals("scale-2");
            return new OxygenScale(second, Optional.of(found.first()), List.of());
        }
        Optional<Measured<String>> prescribed = PRESCRIBING.stream()
                .flatMap(kind -> findings.chart().facts(kind))
                .filter(fact -> holds(fact, findings.moment()))
                .flatMap(fact -> words(fact)
                        .filter(words -> TARGET.matcher(words).find())
                        .map(words -> new Measured<>(
                                "SpO2 target", "scale-2", words, fact.time(), Optional.of(fact.id()))))
                .findFirst();
        return new OxygenScale(
                prescribed.isPresent(), prescribed, prescribed.isPresent() ? List.of() : mentions(findings));
    }

    private static boolean holds(Fact fact, ClinicalTime moment) {
        boolean begun = fact.time()
                .filter(time -> Elapsed.between(time, moment).isNegative())
                .isEmpty();
        Optional<ClinicalTime> end = fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time);
        boolean standing = end.map(time -> !Elapsed.between(moment, time).isNegative())
                .orElse(fact.standing().isCurrent() || fact.standing() == Standing.PLANNED);
        return begun && standing && fact.standing() != Standing.NEGATED;
    }

    private static Stream<String> words(Fact fact) {
        return Stream.concat(
                Stream.concat(Stream.of(fact.concept().text()), fact.value().map(value -> value.text()).stream()),
                fact.attributes().stream().map(Attribute::text));
    }

    private static List<Passage> mentions(Findings findings) {
        Chart chart = findings.chart();
        return chart.passages()
                .filter(passage -> TARGET.matcher(passage.text()).find())
                .filter(passage -> chart.fact(passage.id().whole())
                        .flatMap(Fact::time)
                        .filter(time -> Elapsed.between(time, findings.moment()).isNegative())
                        .isEmpty())
                .toList();
    }
}
