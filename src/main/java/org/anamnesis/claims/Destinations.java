package org.anamnesis.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.FactKind;

/** Where a patient was discharged to, held against where the stays of that time say. */
final class Destinations {

    private static final Pattern LEAVES = Pattern.compile(
            "\\b(?:discharged?|dispo\\w*|went|sent|released|left for|dismissed)\\b", Pattern.CASE_INSENSITIVE);

    /** "Went home" is true with care at home too. */
    private static final Pattern EXACT = Pattern.compile("\\b(?:to home|disposition)\\b", Pattern.CASE_INSENSITIVE);

    /** From the narrower to the wider: home with care is not home alone. */
    private static final Map<String, Pattern> PLACES = new LinkedHashMap<>();

    static {
        place(
                "home care",
                "home health|home care|home (?:with|w/) (?:services|vna|care|home health|nursing|help)|with services|vna|visiting nurse");
        place("hospice", "hospice");
        place("nursing", "skilled nursing|snf|nursing (?:home|facility)|care home|extended care|ecf");
        place("rehabilitation", "rehab\\w*");
        place("long term", "long[- ]term acute|ltach?|chronic(?:/long term)? (?:acute )?care");
        place("psychiatric", "psych\\w*");
        place("against advice", "against (?:medical )?advice|\\bama\\b");
        place("other hospital", "(?:another|other|acute) (?:hospital|facility)|acute hospital");
        place("home", "home|house");
    }

    private Destinations() {}

    private static void place(String name, String words) {
        PLACES.put(name, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE));
    }

    /** What speaks against it; empty where nothing does, or where it is not said. */
    static Optional<Said> check(ChartView chart, String sentence, Times times, List<When> when) {
        Optional<String> said = LEAVES.matcher(sentence).find() ? place(sentence) : Optional.empty();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<FactView> told = chart.ofKind(FactKind.ENCOUNTER).stream()
                .filter(view -> destination(view).isPresent())
                .filter(view -> when.stream().allMatch(one -> times.isAt(one, view)))
                .toList();
        boolean exact = EXACT.matcher(sentence).find() || !said.get().equals("home");
        boolean there = told.isEmpty()
                || told.stream()
                        .anyMatch(view -> destination(view)
                                .filter(place -> place.equals(said.get()) || !exact && place.startsWith("home"))
                                .isPresent());
        return there
                ? Optional.empty()
                : Optional.of(Said.contradicted(
                        "destination",
                        "the chart has another place of discharge: "
                                + told.stream()
                                        .flatMap(view -> destination(view).stream())
                                        .distinct()
                                        .toList(),
                        told));
    }

    private static Optional<String> destination(FactView view) {
        return view.fact()
                .attribute(Attribute.Role.DISCHARGED_TO)
                .or(() -> view.fact().attribute(Attribute.Role.OUTCOME))
                .map(Attribute::text)
                .flatMap(Destinations::place);
    }

    static Optional<String> place(String text) {
        return PLACES.entrySet().stream()
                .filter(place -> place.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
