package org.anamnesis.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.draft.Backing;

/** The resources that a draft cites, numbered from 1 in the order in which the text first cites them. */
final class Endnotes {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, List<Backing.Cited>> facts = new LinkedHashMap<>();

    Endnotes(List<Backing.Cited> cited) {
        cited.forEach(each -> facts.computeIfAbsent(each.reference(), key -> new ArrayList<>())
                .add(each));
    }

    /** The number of a resource; absent where nothing is known of it but its id: that says nothing to a reader. */
    Optional<Integer> number(String reference) {
        return facts.containsKey(reference)
                ? Optional.of(numbers.computeIfAbsent(reference, key -> numbers.size() + 1))
                : Optional.empty();
    }

    /** Those that were numbered, then those that the text stands on without naming a line. */
    List<Endnote> all() {
        facts.keySet().forEach(this::number);
        return numbers.entrySet().stream()
                .map(each -> new Endnote(
                        each.getValue(),
                        each.getKey(),
                        facts.getOrDefault(each.getKey(), List.of()).stream()
                                .map(Endnotes::words)
                                .toList()))
                .toList();
    }

    private static String words(Backing.Cited fact) {
        String date = fact.when()
                .map(when -> fact.words().contains(when) ? "" : ", " + when)
                .orElse(", no date");
        return fact.kind() + ": " + fact.words() + date;
    }
}
