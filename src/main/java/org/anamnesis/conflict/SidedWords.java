package org.anamnesis.conflict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.wordlist.WordList;

/** The words around "left" and "right" ({@code laterality.txt}): regions of the body, findings, and what has no side. */
final class SidedWords {

    /** Stands for "the side that was operated on", whatever the operation is called. */
    static final String OPERATED = "operation";

    private static final String REGION = "region ";
    private static final Map<String, List<String>> TERMS = WordList.lines("conflict/laterality.txt").stream()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toUnmodifiableMap(sides -> sides[0], sides -> WordList.terms(sides[1])));
    private static final Map<String, Terms> REGIONS = TERMS.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(REGION))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().substring(REGION.length()), entry -> Terms.of(entry.getValue())));
    private static final Terms NAMED = of("named");
    private static final Terms OPERATION = of("operated");
    private static final Set<String> FINDINGS = Set.copyOf(terms("finding"));
    private static final Pattern LEARNED = Pattern.compile(
            "(?!diagnos|progn|gnosis)\\p{L}{3,}(?:itis|ectomy|plasty|otomy|ostomy|oscopy|centesis|oma|osis|plegia|paresis|ectasis)");
    private static final Map<String, String> SAME = terms("same").stream()
            .map(pair -> pair.split(" = ", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST_PLURAL = 4;

    private SidedWords() {}

    /** Whether what follows the word "left" or "right" makes it no side of the body: "left ventricle", "left the ward". */
    static boolean isNoSide(String following) {
        return NAMED.pattern().matcher(following.stripLeading()).lookingAt();
    }

    /** The regions of the body that words name. */
    static Set<String> regions(String words) {
        return REGIONS.entrySet().stream()
                .filter(region -> region.getValue().isIn(words))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The findings and procedures that words name, one word for each. */
    static Set<String> findings(String words) {
        Stream<String> named = NOT_A_WORD
                .splitAsStream(words)
                .map(SidedWords::american)
                .filter(word -> FINDINGS.contains(word) || LEARNED.matcher(word).matches())
                .map(SidedWords::plain);
        Stream<String> operation = OPERATION.isIn(words) ? Stream.of(OPERATED) : Stream.empty();
        return Stream.concat(named, operation).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the American spelling, without the plural. */
    private static String american(String word) {
        String spelled = word.replace("oedema", "edema")
                .replace("haem", "hem")
                .replace("oesoph", "esoph")
                .replace("tumour", "tumor");
        boolean plural = spelled.length() > SHORTEST_PLURAL
                && spelled.endsWith("s")
                && !spelled.endsWith("ss")
                && !spelled.endsWith("is")
                && !spelled.endsWith("us");
        return plural && !FINDINGS.contains(spelled) ? spelled.substring(0, spelled.length() - 1) : spelled;
    }

    /** One word for what means the same. */
    private static String plain(String word) {
        String singular =
                FINDINGS.contains(word) && word.endsWith("s") && FINDINGS.contains(word.substring(0, word.length() - 1))
                        ? word.substring(0, word.length() - 1)
                        : word;
        return singular.endsWith("carcinoma") ? "carcinoma" : SAME.getOrDefault(singular, singular);
    }

    private static Terms of(String name) {
        return Terms.of(terms(name));
    }

    private static List<String> terms(String name) {
        return TERMS.getOrDefault(name, List.of());
    }
}
