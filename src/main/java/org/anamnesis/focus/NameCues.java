package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.focus.Asked.Qualifier;
import org.anamnesis.focus.Wording.Word;

/**
 * Reads what a question calls by name. Names of the chart are known by their very words; any other word that is no word of
 * questions is the name of something, whether the chart has it or not.
 */
final class NameCues {

    private static final Pattern VIA =
            Pattern.compile("\\b(?:via|through|using|by(?: way of)?|per)\\s+(?:the |a |an )?(?=[\\w])");
    private static final Pattern ROUTE_AFTER =
            Pattern.compile("\\G([\\w/ .-]{1,40}?)(?=\\s*(?:\\b(?:route|method|means|way|mode)\\b|[,?.;\u0001]|$))");
    private static final Pattern ROUTE_WORD = Pattern.compile("\\G\\s*(?:route|method|means|way|mode)\\b");

    /** What may stand between two words of one name. */
    private static final Pattern JOINT = Pattern.compile("[\\s()\\[\\]/%#.&'\"+-]*");

    private final Lexicon lexicon;
    private final List<Named> found = new ArrayList<>();

    private record Named(int start, int end, Phrase phrase, boolean known) {}

    NameCues(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Takes "via the PO route", "through physician referral". */
    List<Qualifier> takeQualifiers(Wording wording) {
        List<Qualifier> qualifiers = new ArrayList<>();
        Matcher via = VIA.matcher(wording.text());
        while (via.find()) {
            qualifier(wording, via.toMatchResult()).ifPresent(qualifiers::add);
        }
        return qualifiers;
    }

    private Optional<Qualifier> qualifier(Wording wording, MatchResult via) {
        List<Word> after = wording.words().stream()
                .filter(word -> word.start() >= via.end())
                .toList();
        for (int length = Math.min(lexicon.longest(), after.size()); length > 0; length--) {
            Phrase phrase = phrase(after.subList(0, length));
            Set<Role> roles = EnumSet.noneOf(Role.class);
            Stream.of(Role.ROUTE, Role.ADMITTED_FROM)
                    .filter(role -> !lexicon.qualified(role, phrase).isEmpty())
                    .forEach(roles::add);
            if (!roles.isEmpty()) {
                int end = after.get(length - 1).end();
                Matcher word = ROUTE_WORD.matcher(wording.text());
                wording.take(via.start(), word.find(end) ? word.end() : end);
                return Optional.of(new Qualifier(roles, phrase));
            }
        }
        Matcher route = ROUTE_AFTER.matcher(wording.text());
        Matcher word = ROUTE_WORD.matcher(wording.text());
        if (route.find(via.end()) && word.find(route.end())) {
            wording.take(via.start(), word.end());
            return Optional.of(new Qualifier(EnumSet.of(Role.ROUTE), Phrase.of(route.group(1))));
        }
        return Optional.empty();
    }

    /** Takes the names of the chart that have at least so many words, the longest first. */
    void takeKnown(Wording wording, int words) {
        List<Word> all = wording.words();
        int at = 0;
        while (at < all.size()) {
            int length = longestKnown(wording, all, at, words);
            if (length == 0) {
                at++;
            } else {
                Word first = all.get(at);
                Word last = all.get(at + length - 1);
                found.add(new Named(first.start(), last.end(), phrase(all.subList(at, at + length)), true));
                wording.take(first.start(), last.end());
                at += length;
            }
        }
    }

    private int longestKnown(Wording wording, List<Word> all, int at, int words) {
        for (int length = Math.min(lexicon.longest(), all.size() - at); length >= words; length--) {
            List<Word> part = all.subList(at, at + length);
            boolean names = part.stream().anyMatch(word -> QuestionWords.names(word.text()));
            boolean whole =
                    !wording.isGap(part.getFirst().start(), part.getLast().end());
            if (names && whole && !lexicon.named(phrase(part)).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    /** All names: the known ones, with the words that stand close to them, and what is left over. */
    List<Phrase> names(Wording wording) {
        List<Named> parts = new ArrayList<>(found);
        wording.words().stream()
                .filter(word -> isName(word.text()))
                .map(word -> new Named(word.start(), word.end(), new Phrase(List.of(word.text())), false))
                .forEach(parts::add);
        parts.sort(Comparator.comparingInt(Named::start));
        return joined(wording, parts).stream()
                .flatMap(NameCues::names)
                .distinct()
                .toList();
    }

    /** Verbs and adverbs that no name of the chart has are words of the question. */
    private boolean isName(String word) {
        return QuestionWords.names(word) && (lexicon.hasWord(word) || !QuestionWords.isVerbLike(word));
    }

    private static List<List<Named>> joined(Wording wording, List<Named> parts) {
        List<List<Named>> groups = new ArrayList<>();
        for (Named part : parts) {
            boolean close = !groups.isEmpty()
                    && JOINT.matcher(wording.between(groups.getLast().getLast().end(), part.start()))
                            .matches();
            if (close) {
                groups.getLast().add(part);
            } else {
                groups.add(new ArrayList<>(List.of(part)));
            }
        }
        return groups;
    }

    /** Known names side by side are several; a known name with an unknown word beside it is another, longer name. */
    private static Stream<Phrase> names(List<Named> group) {
        if (group.stream().allMatch(Named::known)) {
            return group.stream().map(Named::phrase);
        }
        return Stream.of(new Phrase(
                group.stream().flatMap(part -> part.phrase().words().stream()).toList()));
    }

    private static Phrase phrase(List<Word> words) {
        return new Phrase(words.stream().map(Word::text).toList());
    }
}
