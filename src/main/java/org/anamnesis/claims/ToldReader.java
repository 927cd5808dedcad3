package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a sentence as what it tells. */
final class ToldReader {

    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> ENDS = Set.of(";", ".", "!", "?");
    private static final Set<String> TURNS = Set.of("but", "however", "though", "although", "yet", "except", "so");
    private static final Set<String> LAST_OF_A_LIST = Set.of("or", "nor");
    private static final Set<String> REPORTING = Set.of(
            "says", "said", "states", "stated", "reports", "reported", "tells", "told", "noticed", "found", "feels");

    private final String text;
    private final List<Lexer.Piece> pieces;
    private final List<Told.Part> parts = new ArrayList<>();
    private final List<Told.Figure> figures = new ArrayList<>();
    private final List<Told.Dated> days = new ArrayList<>();
    private final List<Integer> clocks = new ArrayList<>();
    private final List<Told.Link> links = new ArrayList<>();
    private final Set<String> before = new LinkedHashSet<>();
    private final Set<String> sinceFigure = new LinkedHashSet<>();
    private Map<String, Told.Meant> words = new LinkedHashMap<>();
    private Set<Manner> manners = EnumSet.noneOf(Manner.class);
    private Told.Meant meant = Told.Meant.SO;
    private boolean waitsForItsWords;
    private boolean phraseOnly;

    private ToldReader(String text) {
        this.text = text;
        this.pieces = Lexer.pieces(text);
    }

    static Told read(String text) {
        ToldReader reader = new ToldReader(text);
        int at = 0;
        while (at < reader.pieces.size()) {
            at = reader.one(at);
        }
        reader.endPart();
        if (text.contains("?")) {
            reader.parts.forEach(part -> part.manners().add(Manner.UNSURE));
        }
        return new Told(
                reader.parts,
                reader.figures,
                reader.days,
                reader.clocks,
                reader.links.stream()
                        .map(link -> new Told.Link(link.manner(), link.before(), reader.behind(link)))
                        .toList());
    }

    /** "A 5.8 cm abscess", "7-beat run". */
    private boolean isOfAPhrase(int at) {
        int end = pieces.get(at).end();
        boolean hyphen = end < text.length() && text.charAt(end) == '-';
        return hyphen || at > 0 && ARTICLES.contains(pieces.get(at - 1).text());
    }

    private Set<String> behind(Told.Link link) {
        Set<String> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.words().keySet()));
        all.removeAll(link.before());
        return all;
    }

    private int one(int at) {
        Lexer.Piece piece = pieces.get(at);
        switch (piece.kind()) {
            case NUMBER -> figure(piece.amount().orElseThrow(), isOfAPhrase(at));
            case DATE -> piece.day().ifPresent(day -> days.add(new Told.Dated(day, parts.size())));
            case CLOCK -> clocks.add(piece.minutes());
            case AGE -> say("aged " + piece.minutes());
            case MARK -> mark(piece.text());
            case WORD -> {
                return word(at);
            }
        }
        return at + 1;
    }

    private void mark(String mark) {
        if (mark.isEmpty() || mark.equals("%")) {
            return;
        }
        endPart();
        if (ENDS.contains(mark)) {
            meant = Told.Meant.SO;
            before.clear();
        } else if (meant == Told.Meant.DENIED) {
            meant = Told.Meant.UNCLEAR;
        }
    }

    private int word(int at) {
        String word = pieces.get(at).text();
        Optional<Manners.Found<Manner>> manner = Manners.at(pieces, at);
        Optional<Manners.Found<String>> doing = Manners.doing(pieces, at);
        Optional<Phrases.Found> phrase =
                Phrases.at(pieces, at).filter(found -> !found.entry().meaning().isEmpty());
        int longest = Math.max(
                phrase.map(Phrases.Found::length).orElse(0),
                doing.map(Manners.Found::length).orElse(0));
        if (manner.isPresent() && manner.get().length() >= longest) {
            manner(manner.get().meaning(), at, manner.get().length());
            // what is planned, of whom or when is a word of its own too
            boolean tells = manner.get().length() == 1 && isTelling(manner.get().meaning());
            if (tells) {
                say(doing.map(Manners.Found::meaning).orElse(Stem.of(word)));
            }
            return at + manner.get().length();
        }
        if (doing.isPresent() && doing.get().length() >= longest) {
            imperative(word);
            say(doing.get().meaning());
            return at + doing.get().length();
        }
        if (phrase.isPresent()) {
            phrase.get().entry().meaning().forEach(part -> say(Manners.doing(Stem.of(part))));
            return at + phrase.get().length();
        }
        int number = NumberWords.TO_TWENTY.indexOf(word);
        if (number >= 0) {
            return number(at, number);
        }
        if (TURNS.contains(word)) {
            endPart();
            meant = Told.Meant.SO;
        } else if (LAST_OF_A_LIST.contains(word) && meant == Told.Meant.UNCLEAR) {
            listIsDenied();
        } else if (word.equals("and")) {
            endPart();
            meant = meant == Told.Meant.DENIED ? Told.Meant.UNCLEAR : meant;
        } else if (Manners.isGrammar(word)) {
            boolean ends =
                    phraseOnly && !figures.isEmpty() && !figures.getLast().of().isEmpty();
            waitsForItsWords &= !ends;
        } else {
            imperative(word);
            say(Manners.doing(Stem.of(word)));
        }
        return at + 1;
    }

    private int number(int at, int number) {
        Optional<String> unit =
                at + 1 < pieces.size() ? unitOf(pieces.get(at + 1).text()) : Optional.empty();
        Amount amount = new Amount(
                BigDecimal.valueOf(number),
                Optional.empty(),
                unit,
                pieces.get(at).text());
        figure(amount, false);
        return at + (unit.isPresent() ? 2 : 1);
    }

    private static Optional<String> unitOf(String word) {
        String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return word.length() > 2 ? Amount.unit(single).or(() -> Amount.unit(word)) : Optional.empty();
    }

    private static boolean isTelling(Manner manner) {
        return manner == Manner.FAMILY || manner == Manner.PLANNED || manner == Manner.REPLACES;
    }

    private void imperative(String word) {
        boolean first =
                words.isEmpty() && sinceFigure.isEmpty() && figures.stream().noneMatch(f -> f.part() == parts.size());
        if (first && Manners.isOrder(word)) {
            manners.add(Manner.PLANNED);
        }
    }

    private void manner(Manner manner, int at, int length) {
        boolean reports = manner == Manner.FAMILY
                && at + length < pieces.size()
                && REPORTING.contains(pieces.get(at + length).text());
        if (reports) {
            return;
        }
        manners.add(manner);
        if (manner == Manner.DENIED) {
            meant = Told.Meant.DENIED;
        } else if (manner == Manner.DENIES_BEFORE) {
            words.replaceAll((word, as) -> Told.Meant.DENIED);
        } else if (Manner.RELATIONS.contains(manner)) {
            links.add(new Told.Link(manner, before, Set.of()));
        }
    }

    private void say(String word) {
        words.merge(word, meant, (one, other) -> one == other ? one : Told.Meant.UNCLEAR);
        before.add(word);
        sinceFigure.add(word);
        if (waitsForItsWords) {
            Told.Figure last = figures.getLast();
            Set<String> of = new LinkedHashSet<>(last.of());
            of.add(word);
            figures.set(figures.size() - 1, new Told.Figure(last.amount(), of, last.part()));
        }
    }

    /** "A 5.8 cm abscess" is said of what stands at once behind it. */
    private void figure(Amount amount, boolean article) {
        figures.add(new Told.Figure(amount, article ? Set.of() : sinceFigure, parts.size()));
        waitsForItsWords = article || sinceFigure.isEmpty();
        phraseOnly = article;
        sinceFigure.clear();
    }

    /** "No fever, cough or chills" denies all three. */
    private void listIsDenied() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Told.Part part = parts.get(i);
            if (part.words().values().stream().noneMatch(Told.Meant.UNCLEAR::equals)) {
                break;
            }
            part.manners().add(Manner.DENIED);
            part.words().replaceAll((word, as) -> as == Told.Meant.UNCLEAR ? Told.Meant.DENIED : as);
        }
        words.replaceAll((word, as) -> as == Told.Meant.UNCLEAR ? Told.Meant.DENIED : as);
        manners.add(Manner.DENIED);
        meant = Told.Meant.DENIED;
    }

    private void endPart() {
        boolean empty =
                words.isEmpty() && manners.isEmpty() && figures.stream().noneMatch(f -> f.part() == parts.size());
        if (!empty) {
            parts.add(new Told.Part(words, manners));
        }
        boolean topicOnly = !words.isEmpty() && sinceFigure.equals(words.keySet());
        words = new LinkedHashMap<>();
        manners = EnumSet.noneOf(Manner.class);
        waitsForItsWords = false;
        // "Lipase: 48" is said of what stands before the mark
        if (!topicOnly) {
            sinceFigure.clear();
        }
    }
}
