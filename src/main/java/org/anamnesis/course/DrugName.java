package org.anamnesis.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.wordlist.WordList;

/**
 * Which ingredients a drug's name means, whatever its spelling, brand, salt, form and strength: "FUROSEMIDE 20MG", "Lasix
 * 40 mg tablet" and "frusemide" are all {@code furosemide}.
 *
 * @param ingredients in alphabetical order; never empty
 * @param recognised whether all of them are names the list of drugs knows; else they are the name's own words
 */
record DrugName(List<String> ingredients, boolean recognised) {

    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]");
    private static final Pattern VITAMIN_NUMBER = Pattern.compile("\\b([bdk])[ -](\\d{1,2})\\b");
    private static final String UNIT =
            "(?:%|mcg|micrograms?|\u00b5g|\u03bcg|ug|mg|g|gm|grams?|ml|l|lit(?:er|re)s?|units?|iu|meq|mmol|hrs?|h|hours?|days?|actuat|kg)";
    private static final Pattern STRENGTH = Pattern.compile(
            "(?<![a-z\\d])\\d[\\d.,]*\\s*" + UNIT + "?(?![a-z\\d])(?:\\s*/\\s*[\\d.,]*\\s*" + UNIT + "(?![a-z\\d]))*");
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\d]+(?:-{1,2}[\\p{L}\\d]+)+");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[/+,;:&]|\\band\\b|\\bwith\\b|\\bin\\b");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private static final Set<String> PLAIN = WordList.lines("course/plain-words.txt").stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Salts of a drug's name, and a part of their own where they stand alone: "calcium + vitamin D". */
    private static final Set<String> MINERALS = Set.of("calcium", "magnesium", "potassium", "sodium", "zinc");

    /** What other drugs are dissolved in or handed out in; by itself it is a drug like any other. */
    private static final Set<String> CARRIERS =
            Set.of("sodium chloride", "dextrose", "water", "sterile water", "lactated ringers", "lr");

    private static final Set<String> FORMS =
            PLAIN.stream().filter(word -> !MINERALS.contains(word)).collect(Collectors.toUnmodifiableSet());

    DrugName {
        ingredients = List.copyOf(ingredients);
    }

    /** What a name means. */
    static DrugName of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        DrugName outside = read(BRACKETED.matcher(plain).replaceAll(" "));
        if (outside.recognised()) {
            return outside;
        }
        // A house name with the drug in brackets: "Mapap (acetaminophen)".
        Optional<DrugName> bracketed = BRACKETED
                .matcher(plain)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .filter(inside -> DrugList.read(words(inside)).words().containsAll(words(inside)))
                .map(DrugName::read)
                .filter(DrugName::recognised)
                .findFirst();
        return bracketed.orElseGet(() ->
                outside.ingredients().isEmpty() ? orWords(read(plain.replaceAll("[()\\[\\]]", " ")), plain) : outside);
    }

    /** Whether it names a drug at all: the source may have given none, or blanked it. */
    boolean tells() {
        return ingredients.stream().anyMatch(name -> name.chars().anyMatch(Character::isLetter));
    }

    /** What a mix of these parts means; what they are dissolved in does not count. */
    static DrugName ofMix(List<String> parts) {
        List<DrugName> names = parts.stream().map(DrugName::of).toList();
        Set<String> all = new TreeSet<>();
        names.forEach(name -> all.addAll(name.ingredients()));
        return new DrugName(withoutCarriers(all), names.stream().allMatch(DrugName::recognised));
    }

    private static DrugName orWords(DrugName read, String plain) {
        return read.ingredients().isEmpty() ? new DrugName(List.of(plain.strip()), false) : read;
    }

    private static DrugName read(String plain) {
        String joined = VITAMIN_NUMBER.matcher(plain).replaceAll("$1$2");
        String bare = JOINED.matcher(STRENGTH.matcher(joined).replaceAll(" ").replace("w/", "/"))
                .replaceAll(group -> parted(group.group()));
        Set<String> ingredients = new TreeSet<>();
        List<List<String>> unknown = new ArrayList<>();
        DrugList.Reading reading = DrugList.read(words(bare));
        ingredients.addAll(reading.ingredients());
        for (String part : BETWEEN_PARTS.split(bare)) {
            List<String> words = words(part);
            List<String> telling = telling(words, reading.words());
            if (!telling.isEmpty()) {
                unknown.add(telling);
            }
        }
        unknown.forEach(words -> ingredients.add(String.join(" ", words)));
        if (ingredients.isEmpty()) {
            List<String> words = words(bare);
            return new DrugName(words.isEmpty() ? List.of() : List.of(String.join(" ", words)), false);
        }
        return new DrugName(withoutCarriers(ingredients), unknown.isEmpty());
    }

    /** Of words joined by hyphens each may be a drug, where one is and they are not one drug's name together. */
    private static String parted(String joined) {
        List<String> words = words(joined);
        Set<String> known = DrugList.read(words).words();
        return known.isEmpty() || known.containsAll(words) ? joined : String.join("/", words);
    }

    /**
     * The words of a part that name an unknown drug. Behind a known name stand its salt, form and protocol, never a second
     * drug without a sign between them; words in front of it may be another drug's.
     */
    private static List<String> telling(List<String> words, Set<String> known) {
        List<String> unknown = words.stream()
                .takeWhile(word -> !known.contains(word))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
        int named = (int) unknown.stream().takeWhile(PLAIN::contains).count();
        if (named == unknown.size()) {
            boolean salt = named == words.size() && unknown.stream().anyMatch(MINERALS::contains);
            return salt ? unknown : List.of();
        }
        // In front of a name a mineral is a part of it: the iodide of sodium is not the iodide of potassium.
        return IntStream.range(0, unknown.size())
                .filter(i -> !PLAIN.contains(unknown.get(i)) || (i <= named && MINERALS.contains(unknown.get(i))))
                .mapToObj(unknown::get)
                .toList();
    }

    private static List<String> withoutCarriers(Set<String> ingredients) {
        List<String> drugs = ingredients.stream()
                .filter(ingredient -> !CARRIERS.contains(ingredient) && !FORMS.contains(ingredient))
                .toList();
        return drugs.isEmpty() ? List.copyOf(ingredients) : drugs;
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
