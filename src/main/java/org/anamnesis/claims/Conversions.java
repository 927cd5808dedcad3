package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** Molar masses of what is measured, {@code conversions.txt}. */
final class Conversions {

    private static final Map<Set<String>, BigDecimal> MASSES = new HashMap<>();

    static {
        WordList.lines("claims/conversions.txt").forEach(line -> {
            String[] sides = line.split(" = ", 2);
            MASSES.put(Set.copyOf(Phrases.stems(sides[0])), new BigDecimal(sides[1]));
        });
    }

    private Conversions() {}

    static Optional<BigDecimal> molarMass(Set<String> name) {
        return MASSES.entrySet().stream()
                .filter(mass -> name.containsAll(mass.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
