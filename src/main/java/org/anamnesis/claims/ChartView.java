package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Value;

/** A chart's facts and the sentences of its notes, by their words and their drugs. Made once, asked for each sentence. */
final class ChartView {

    private static final Set<FactKind> DRUGS =
            Set.of(FactKind.MEDICATION, FactKind.IMMUNIZATION, FactKind.ALLERGY, FactKind.PLAN, FactKind.RESULT);

    private static final int DAYS_OF_A_CULTURE = 10;

    private final Chart chart;
    private final List<FactView> all = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> byIngredient = new HashMap<>();

    /** @param quotable the sentences of the notes that may bear something out */
    ChartView(Chart chart, List<Passage> quotable) {
        this.chart = chart;
        ReadTexts texts = new ReadTexts();
        chart.facts().forEach(fact -> add(fact, texts));
        dateSusceptibilities();
        quotable.forEach(passage -> chart.fact(passage.id()).ifPresent(fact -> add(fact, texts)));
    }

    Chart chart() {
        return chart;
    }

    private void add(Fact fact, ReadTexts texts) {
        add(new FactView(fact, fact.concept(), fact.value(), texts));
        if (fact.value().orElse(null) instanceof Value.Panel panel) {
            panel.components()
                    .forEach(part -> add(new FactView(fact, part.concept(), Optional.of(part.value()), texts)));
        }
    }

    private void add(FactView view) {
        int place = all.size();
        all.add(view);
        view.words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, first -> new BitSet()).set(place));
        if (DRUGS.contains(view.kind())) {
            view.ingredients()
                    .forEach(ingredient -> byIngredient
                            .computeIfAbsent(ingredient, first -> new BitSet())
                            .set(place));
        }
    }

    /** A susceptibility is of the day of the culture, whenever it was reported. */
    private void dateSusceptibilities() {
        for (FactView view : all) {
            view.fact()
                    .attribute(Attribute.Role.ORGANISM)
                    .ifPresent(organism -> saying(Phrases.stems(organism.text())).stream()
                            .filter(other -> other != view
                                    && other.fact().concept().text().equals(organism.text()))
                            .filter(other -> isOfOneCulture(view, other))
                            .flatMap(other -> other.starts().stream())
                            .forEach(view::alsoAt));
        }
    }

    private static boolean isOfOneCulture(FactView view, FactView organism) {
        boolean sameSpecimen = view.fact()
                .attribute(Attribute.Role.SPECIMEN)
                .map(Attribute::text)
                .equals(organism.fact().attribute(Attribute.Role.SPECIMEN).map(Attribute::text));
        return sameSpecimen
                && view.begin().isPresent()
                && organism.begin().isPresent()
                && !organism.begin().get().date().isAfter(view.begin().get().date())
                && organism.begin()
                        .get()
                        .date()
                        .isAfter(view.begin().get().date().minusDays(DAYS_OF_A_CULTURE));
    }

    boolean knows(String stem) {
        return byWord.containsKey(stem);
    }

    /** Those that say all of these words. */
    List<FactView> saying(Collection<String> stems) {
        return views(stems, byWord);
    }

    /** Those that name a drug of all of these ingredients. */
    List<FactView> ofDrug(Collection<String> ingredients) {
        return views(ingredients, byIngredient);
    }

    List<FactView> ofKind(FactKind kind) {
        return all.stream().filter(view -> view.kind() == kind).toList();
    }

    private List<FactView> views(Collection<String> wanted, Map<String, BitSet> index) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        BitSet places = new BitSet();
        places.set(0, all.size());
        for (String word : wanted) {
            places.and(index.getOrDefault(word, new BitSet()));
        }
        return places.stream().mapToObj(all::get).toList();
    }
}
