package org.anamnesis.score;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Where a chart names the SpO2 target of patients who retain carbon dioxide, 88 to 92 %; searched once. */
final class OxygenTargets {

    private static final Pattern TARGET = Pattern.compile(
            "\\b88\\s*%?\\s*(?:-|\u2013|to)\\s*92\\b|\\bSpO2 scale 2\\b|\\bNEWS2 scale 2\\b", Pattern.CASE_INSENSITIVE);

    /** Kinds of facts by which somebody decides; a note is none. */
    private static final List<FactKind> PRESCRIBING =
            List.of(FactKind.DIRECTIVE, FactKind.PLAN, FactKind.MEDICATION, FactKind.PROBLEM);

    private final List<Fact> prescribing;
    private final List<Mention> mentions;

    OxygenTargets(Chart chart) {
        prescribing = PRESCRIBING.stream()
                .flatMap(chart::facts)
                .filter(fact -> target(fact).isPresent())
                .toList();
        mentions = chart.passages()
                .filter(passage -> TARGET.matcher(passage.text()).find())
                .map(passage -> new Mention(
                        passage.id(), chart.fact(passage.id().whole()).flatMap(Fact::time)))
                .toList();
    }

    /** The order, alert or plan that holds at a moment. */
    Optional<Measured<String>> prescribed(ClinicalTime moment) {
        return prescribing.stream()
                .filter(fact -> holds(fact, moment))
                .findFirst()
                .map(fact -> {
                    String words = target(fact).orElseThrow();
                    return new Measured<>("SpO2 target", words, words, fact.time(), Optional.of(fact.id()));
                });
    }

    /** The sentences of notes written by then. */
    List<CitationId> mentioned(ClinicalTime moment) {
        return mentions.stream()
                .filter(mention -> isUpTo(mention.time(), moment))
                .map(Mention::sentence)
                .toList();
    }

    private static boolean holds(Fact fact, ClinicalTime moment) {
        Optional<ClinicalTime> end = fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time);
        boolean standing = end.map(time -> !Elapsed.between(moment, time).isNegative())
                .orElse(fact.standing().isCurrent() || fact.standing() == Standing.PLANNED);
        return isUpTo(fact.time(), moment) && standing && fact.standing() != Standing.NEGATED;
    }

    private static boolean isUpTo(Optional<ClinicalTime> time, ClinicalTime moment) {
        return time.filter(known -> Elapsed.between(known, moment).isNegative()).isEmpty();
    }

    private static Optional<String> target(Fact fact) {
        return Stream.of(
                        Stream.of(fact.concept().text()),
                        fact.value().map(value -> value.text()).stream(),
                        fact.attributes().stream().map(Attribute::text))
                .flatMap(words -> words)
                .filter(words -> TARGET.matcher(words).find())
                .findFirst();
    }

    private record Mention(CitationId sentence, Optional<ClinicalTime> time) {}
}
