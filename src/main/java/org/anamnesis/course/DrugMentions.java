package org.anamnesis.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the drugs that a sentence names: those of the list of drugs, and those of the chart's own courses. */
public final class DrugMentions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final Pattern JOINS = Pattern.compile("\\s?[/+-]\\s?");
    private static final int SHORTEST_OWN_NAME = 6;

    private final Set<String> own = new HashSet<>();

    /** Knows the courses' own names too, where they are one word that says which drug it is. */
    public DrugMentions(List<Course> courses) {
        courses.stream()
                .filter(course ->
                        course.facts().stream().anyMatch(fact -> Said.of(fact).isStatement()))
                .map(course -> course.drug().ingredients())
                .filter(ingredients -> ingredients.size() == 1)
                .map(List::getFirst)
                .filter(name ->
                        name.length() >= SHORTEST_OWN_NAME && name.chars().allMatch(Character::isLetter))
                .forEach(own::add);
    }

    /**
     * A drug's name in a text.
     *
     * @param ingredients what it means, in alphabetical order
     * @param start where it begins, in UTF-16 code units
     * @param end where it ends, exclusive
     */
    public record Mention(List<String> ingredients, int start, int end) {

        public Mention {
            ingredients = List.copyOf(ingredients);
        }
    }

    /** The drugs of a text, in its order; names joined by a stroke are one mix. */
    public List<Mention> in(String text) {
        List<MatchResult> words =
                WORD.matcher(text.toLowerCase(Locale.ROOT)).results().toList();
        List<String> plain = words.stream().map(MatchResult::group).toList();
        List<Mention> mentions = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (DrugList.Found found : DrugList.find(plain)) {
            mentions.add(new Mention(
                    found.ingredients().stream().sorted().toList(),
                    words.get(found.from()).start(),
                    words.get(found.to() - 1).end()));
            for (int word = found.from(); word < found.to(); word++) {
                taken.add(word);
            }
        }
        for (int word = 0; word < words.size(); word++) {
            if (own.contains(plain.get(word)) && !taken.contains(word)) {
                mentions.add(new Mention(
                        List.of(plain.get(word)),
                        words.get(word).start(),
                        words.get(word).end()));
            }
        }
        mentions.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return joined(text, mentions);
    }

    private static List<Mention> joined(String text, List<Mention> mentions) {
        List<Mention> joined = new ArrayList<>();
        for (Mention mention : mentions) {
            if (!joined.isEmpty()
                    && JOINS.matcher(text.substring(joined.getLast().end(), mention.start()))
                            .matches()) {
                Mention first = joined.removeLast();
                Set<String> both = new TreeSet<>(first.ingredients());
                both.addAll(mention.ingredients());
                joined.add(new Mention(List.copyOf(both), first.start(), mention.end()));
            } else {
                joined.add(mention);
            }
        }
        return List.copyOf(joined);
    }
}
