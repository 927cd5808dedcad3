package org.anamnesis.conflict;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.DrugMentions;
import org.anamnesis.wordlist.WordList;

/** Which drugs an allergy stands against: those it names, and those of a class it states ({@code drug-classes.txt}). */
final class Allergens {

    private static final List<DrugClass> CLASSES = WordList.lines("conflict/drug-classes.txt").stream()
            .map(DrugClass::of)
            .toList();
    private static final Pattern NONE_KNOWN = Pattern.compile(
            "\\b(?:no|nil|none)\\s+(?:(?:known|documented|recorded)\\s+)?(?:drug|medication|medicine|food|latex)?\\s*(?:allerg|adverse)|\\bnk[d]?a\\b|\\bno known\\b");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final Set<String> NONE_KNOWN_CODES =
            Set.of("716186003", "409137002", "1003774007", "no-known-allergies", "no-allergy-info");
    private static final DrugMentions NAMES = new DrugMentions(List.of());

    private Allergens() {}

    private record DrugClass(Terms words, Set<String> drugs, boolean oneForAll) {

        static DrugClass of(String line) {
            List<String> fields =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new DrugClass(
                    Terms.of(fields.get(1)),
                    Set.copyOf(WordList.terms(fields.get(2))),
                    fields.get(3).equals("one for all"));
        }

        /** Whether an allergy in these words, or to these drugs, is one to the class. */
        boolean isMeant(String allergy, List<String> named) {
            return words.isIn(allergy) || (oneForAll && named.stream().anyMatch(drugs::contains));
        }
    }

    /** Whether a fact of the allergy list says that there is none. */
    static boolean isNoneKnown(Fact allergy) {
        boolean coded =
                allergy.concept().codings().stream().map(Concept.Coding::code).anyMatch(NONE_KNOWN_CODES::contains);
        return coded || NONE_KNOWN.matcher(plain(allergy.concept().text())).find();
    }

    /** The ingredients an allergy in these words stands against; empty where it is to no drug. */
    static Set<String> against(String allergy) {
        String plain = plain(allergy);
        List<String> named = NAMES.in(allergy).stream()
                .flatMap(mention -> mention.ingredients().stream())
                .toList();
        Set<String> against = new TreeSet<>(named);
        CLASSES.stream().filter(drugs -> drugs.isMeant(plain, named)).forEach(drugs -> against.addAll(drugs.drugs()));
        return against;
    }

    /** Whether the words name a drug or a class of drugs. */
    static boolean nameADrug(String words) {
        return !against(words).isEmpty();
    }

    private static String plain(String words) {
        return NOT_A_WORD
                .matcher(words.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
