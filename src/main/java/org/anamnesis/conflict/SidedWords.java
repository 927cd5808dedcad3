package org.anamnesis.conflict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words around "left" and "right" ({@code laterality.txt}): regions of the body, findings, and what has no side. */
final class SidedWords {

    /** Stands for "the side that was operated on", whatever the operation is called. */
    static final String OPERATED = "operation";

    private static final String REGION = "region ";
    private static final Map<String, List<String>> TERMS = WordFile.lines("laterality.txt").stream()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toUnmodifiableMap(sides -> sides[0], sides -> WordFile.terms(sides[1])));
    private static final Map<String, Pattern> REGIONS = TERMS.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(REGION))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().substring(REGION.length()), entry -> WordFile.anyOf(entry.getValue())));
    private static final Pattern NAMED = of("named");
    private static final Pattern OPERATION = of("operated");
    private static final Set<String> GENERIC = Set.copyOf(terms("generic"));
    private static final Map<String, String> SAME = terms("same").stream()
            .map(pair -> pair.split(" = ", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    private static final int SHORTEST_FINDING = 4;

    private SidedWords() {}

    /** Whether what follows the word "left" or "right" makes it no side of the body: "left ventricle", "left the ward". */
    static boolean isNoSide(String following) {
        return NAMED.matcher(following.stripLeading()).lookingAt();
    }

    /** The regions of the body that words name. */
    static Set<String> regions(String words) {
        return REGIONS.entrySet().stream()
                .filter(region -> region.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The findings and procedures that words name, one word for each. */
    static Set<String> findings(String words) {
        Stream<String> named = Arrays.stream(words.split("[^\\p{L}]+"))
                .map(SidedWords::plain)
                .filter(word -> word.length() >= SHORTEST_FINDING)
                .filter(word -> !GENERIC.contains(word) && regions(word).isEmpty());
        Stream<String> operation =
                OPERATION.matcher(words).find() ? Stream.of(OPERATED) : Stream.empty();
        return Stream.concat(named, operation).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One word for what means the same, American spelling, no plural. */
    private static String plain(String word) {
        String american = word.replace("oedema", "edema").replace("haem", "hem").replace("oesoph", "esoph");
        String same = SAME.getOrDefault(american, american);
        boolean plural = same.length() > SHORTEST_FINDING && same.endsWith("s") && !same.endsWith("ss") && !same.endsWith("is");
        return plural ? same.substring(0, same.length() - 1) : same;
    }

    private static Pattern of(String name) {
        return WordFile.anyOf(terms(name));
    }

    private static List<String> terms(String name) {
        return TERMS.getOrDefault(name, List.of());
    }
}
