package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.course.DrugMentions;

/** Reads a sentence as items. */
final class ItemReader {

    private static final DrugMentions DRUGS = new DrugMentions(List.of());

    private static final Set<String> SPANS = Set.of("day", "week", "month", "year", "hour", "minute");
    private static final Set<String> ONE = Set.of("a", "an", "one");
    private static final Set<String> MEASURES =
            Set.of("liter", "gram", "milligram", "microgram", "tablet", "capsule", "puff");
    private static final Set<String> MALE =
            Set.of("he", "his", "him", "man", "male", "gentleman", "boy", "himself", "mr");
    private static final Set<String> FEMALE =
            Set.of("she", "her", "hers", "woman", "female", "lady", "girl", "herself", "mrs", "ms");
    private static final Map<String, Integer> THIRDS = Map.of("early", 1, "mid", 2, "middle", 2, "late", 3, "end", 3);
    private static final Set<String> ADJECTIVES =
            Set.of("oral", "rectal", "nasal", "vaginal", "epidural", "intramuscular", "subcutaneous", "ophthalmic");
    private static final Set<String> BRACKETS = Set.of("(", ")", "[", "]");
    private static final Set<String> WENT_AWAY = Set.of("on", "after", "before", "for", "against");
    private static final Set<String> JOINS = Set.of("and", "or", "nor", "plus");

    private final String text;
    private final List<Lexer.Piece> pieces;
    private final Map<Integer, DrugMentions.Mention> drugs = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    private ItemReader(String text) {
        this.text = text;
        this.pieces = Lexer.pieces(text);
        DRUGS.in(text).forEach(mention -> drugs.put(mention.start(), mention));
    }

    static List<Item> read(String text) {
        return new ItemReader(text).read();
    }

    private List<Item> read() {
        int at = 0;
        while (at < pieces.size()) {
            at = one(at);
        }
        return merged();
    }

    private int one(int at) {
        Lexer.Piece piece = pieces.get(at);
        DrugMentions.Mention drug = drugs.get(piece.start());
        Optional<Phrases.Found> phrase = Phrases.at(pieces, at);
        int phraseEnd =
                phrase.map(found -> pieces.get(at + found.length() - 1).end()).orElse(-1);
        if (drug != null && drug.end() >= phraseEnd) {
            return drug(at, drug);
        }
        if (phrase.isPresent() && (phrase.get().length() > 1 || piece.kind() == Lexer.Kind.WORD)) {
            return word(at, phrase.get());
        }
        switch (piece.kind()) {
            case NUMBER -> items.add(new Item.Number(piece.amount().orElseThrow(), false));
            case DATE -> items.add(new Item.Date(third(at, piece.day().orElseThrow())));
            case CLOCK -> items.add(new Item.Clock(piece.minutes(), piece.text()));
            case AGE ->
                items.add(new Item.Age(
                        piece.minutes(),
                        piece.sex().isEmpty()
                                ? Optional.empty()
                                : Optional.of(piece.sex().equals("F") ? "female" : "male"),
                        text.substring(piece.start(), piece.end())));
            case MARK -> mark(piece);
            case WORD -> {
                return plain(at);
            }
        }
        return at + 1;
    }

    private int drug(int at, DrugMentions.Mention drug) {
        String written = text.substring(drug.start(), drug.end());
        items.add(new Item.Drug(drug.ingredients(), Phrases.stems(written), written));
        int next = at;
        while (next < pieces.size() && pieces.get(next).start() < drug.end()) {
            next++;
        }
        return next;
    }

    private Day third(int at, Day day) {
        String before = at > 0 ? pieces.get(at - 1).text() : "";
        String before2 = at > 1 && before.equals("of") ? pieces.get(at - 2).text() : before;
        int third = day.day().isPresent() ? 0 : THIRDS.getOrDefault(before2, 0);
        return new Day(day.year(), day.month(), day.day(), third, day.written());
    }

    private void mark(Lexer.Piece piece) {
        if (piece.text().equals(",")) {
            items.add(new Item.Join(","));
        } else if (BRACKETS.contains(piece.text())) {
            items.add(new Item.Filler(piece.text()));
        } else if (!piece.text().isEmpty() && !piece.text().equals("%")) {
            items.add(new Item.Stop(piece.text()));
        }
    }

    private int plain(int at) {
        String word = pieces.get(at).text();
        Optional<Integer> one = measureOfOne(at);
        if (one.isPresent()) {
            return one.get();
        }
        Optional<Integer> span = spanOfOne(at);
        if (span.isPresent()) {
            return span.get();
        }
        int number = NumberWords.TO_TWENTY.indexOf(word);
        if (number >= 0) {
            return number(at, number);
        }
        if (word.equals("left")
                && at + 1 < pieces.size()
                && isWentAway(pieces.get(at + 1).text())) {
            items.add(new Item.Sense(Cue.DISCHARGED, "left hospital"));
        } else if (JOINS.contains(word)) {
            items.add(new Item.Join(word));
        } else if (MALE.contains(word) || FEMALE.contains(word)) {
            items.add(new Item.Sex(MALE.contains(word) ? "male" : "female", word));
        } else if (Phrases.isNarrative(word)) {
            items.add(new Item.Filler(word));
        } else {
            items.add(new Item.Words(List.of(Stem.of(word)), Optional.empty(), written(at, 1)));
        }
        return at + 1;
    }

    /** "She left on 3 May", "left him aphasic": no side. */
    private static boolean isWentAway(String next) {
        return WENT_AWAY.contains(next);
    }

    private int word(int at, Phrases.Found found) {
        String word = pieces.get(at).text();
        Phrases.Entry entry = found.entry();
        if (found.length() == 1) {
            boolean plainer = NumberWords.TO_TWENTY.contains(word)
                    || JOINS.contains(word)
                    || MALE.contains(word)
                    || FEMALE.contains(word)
                    || isSpanOfOne(at)
                    || ONE.contains(word)
                    || word.equals("half");
            if (plainer) {
                return plain(at);
            }
        }
        String written = written(at, found.length());
        if (entry.often().isPresent() && !afterNothing(entry, at)) {
            items.add(new Item.Often(entry.often().get(), written));
        } else if (entry.way().isPresent() && !isAdjective(at, found.length())) {
            items.add(new Item.Way(entry.way().get(), written));
        } else if (entry.way().isPresent()) {
            items.add(new Item.Words(List.of(Stem.of(word)), Optional.empty(), written));
        } else if (!entry.meaning().isEmpty()) {
            items.add(new Item.Words(entry.meaning().stream().map(Stem::of).toList(), entry.cue(), written));
        } else if (entry.cue().isPresent()) {
            items.add(new Item.Sense(entry.cue().get(), written));
        } else {
            items.add(new Item.Filler(word));
        }
        return at + found.length();
    }

    /** "rectal polyp" names a place, "rectal bisacodyl" a way. */
    private boolean isAdjective(int at, int length) {
        int next = at + length;
        boolean mayBe = length == 1 && ADJECTIVES.contains(pieces.get(at).text());
        if (!mayBe
                || next >= pieces.size()
                || pieces.get(next).kind() != Lexer.Kind.WORD
                || drugs.containsKey(pieces.get(next).start())) {
            return false;
        }
        Optional<Phrases.Found> phrase = Phrases.at(pieces, next);
        return phrase.map(found -> !found.entry().meaning().isEmpty())
                .orElse(!Phrases.isNarrative(pieces.get(next).text())
                        && !JOINS.contains(pieces.get(next).text()));
    }

    /** "a day" is a rhythm behind a number or a dose only. */
    private boolean afterNothing(Phrases.Entry entry, int at) {
        boolean doubtful = Set.of("a", "infusion", "drip", "bedtime")
                .contains(pieces.get(at).text());
        return doubtful
                && entry.often().isPresent()
                && (items.isEmpty()
                        || !(items.getLast() instanceof Item.Number
                                || items.getLast() instanceof Item.Way
                                || items.getLast() instanceof Item.Drug));
    }

    /** "a week later", "an hour of admission": the place behind it. */
    private boolean isSpanOfOne(int at) {
        return Set.of("a", "an", "one").contains(pieces.get(at).text())
                && at + 1 < pieces.size()
                && SPANS.contains(singular(pieces.get(at + 1).text()));
    }

    /** "A liter of saline", "half a gram". */
    private Optional<Integer> measureOfOne(int at) {
        boolean half = pieces.get(at).text().equals("half");
        int unitAt = half
                        && at + 1 < pieces.size()
                        && ONE.contains(pieces.get(at + 1).text())
                ? at + 2
                : at + 1;
        boolean isOne = half ? unitAt == at + 2 : ONE.contains(pieces.get(at).text());
        if (!isOne
                || unitAt >= pieces.size()
                || !MEASURES.contains(singular(pieces.get(unitAt).text()))) {
            return Optional.empty();
        }
        BigDecimal value = half ? new BigDecimal("0.5") : BigDecimal.ONE;
        int length = unitAt - at + 1;
        items.add(new Item.Number(
                new Amount(
                        value,
                        Optional.empty(),
                        Amount.unit(singular(pieces.get(unitAt).text())),
                        written(at, length)),
                true));
        return Optional.of(at + length);
    }

    private Optional<Integer> spanOfOne(int at) {
        if (!isSpanOfOne(at)) {
            return Optional.empty();
        }
        String unit = singular(pieces.get(at + 1).text());
        boolean half = at + 4 < pieces.size()
                && pieces.get(at + 2).text().equals("and")
                && pieces.get(at + 3).text().equals("a")
                && pieces.get(at + 4).text().equals("half");
        BigDecimal value = half ? new BigDecimal("1.5") : BigDecimal.ONE;
        int length = half ? 5 : 2;
        items.add(new Item.Number(new Amount(value, Optional.empty(), Amount.unit(unit), written(at, length)), true));
        return Optional.of(at + length);
    }

    private int number(int at, int number) {
        String next = at + 1 < pieces.size() ? pieces.get(at + 1).text() : "";
        String spanned = singular(next);
        Optional<String> unit = next.length() > 2 ? Amount.unit(spanned).or(() -> Amount.unit(next)) : Optional.empty();
        int length = unit.isPresent() ? 2 : 1;
        items.add(new Item.Number(
                new Amount(BigDecimal.valueOf(number), Optional.empty(), unit, written(at, length)), true));
        return at + length;
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private String written(int at, int length) {
        return text.substring(
                pieces.get(at).start(), pieces.get(at + length - 1).end());
    }

    /** Words that stand together, or on both sides of "of", are one phrase; filler in front of a name is none of it. */
    private List<Item> merged() {
        List<Item> merged = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean of = item instanceof Item.Filler filler
                    && (filler.written().equals("of") || filler.written().equals("the"))
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Item.Words before
                    && before.cue().isEmpty()
                    && leadsToWords(i);
            if (of) {
                continue;
            }
            boolean course = item instanceof Item.Words moved
                    && moved.cue()
                            .filter(cue -> cue == Cue.DOWN || cue == Cue.UP)
                            .isPresent()
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Item.Words;
            if (course) {
                // "hemoglobin fell" is no fall
                merged.add(new Item.Sense(((Item.Words) item).cue().orElseThrow(), ((Item.Words) item).written()));
                continue;
            }
            if (item instanceof Item.Words words
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Item.Words before
                    && (before.cue().isEmpty() || words.cue().isEmpty())
                    && !isTakenOut(words)) {
                List<String> stems = new ArrayList<>(before.stems());
                stems.addAll(words.stems());
                merged.set(
                        merged.size() - 1,
                        new Item.Words(
                                stems,
                                before.cue().or(words::cue),
                                (before.written() + " " + words.written()).toLowerCase(Locale.ROOT)));
            } else {
                merged.add(item);
            }
        }
        return merged;
    }

    /** "The line came out": what was done, and no part of the name. */
    private static boolean isTakenOut(Item.Words words) {
        return words.stems().equals(List.of(Stem.of("removal")))
                && !words.written().toLowerCase(Locale.ROOT).contains("remov");
    }

    private boolean leadsToWords(int from) {
        boolean of = false;
        for (int i = from; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Filler filler) {
                of |= filler.written().equals("of");
                if (!Set.of("of", "the", "a", "an", "her", "his").contains(filler.written())) {
                    return false;
                }
            } else {
                return of && items.get(i) instanceof Item.Words;
            }
        }
        return false;
    }

    /** A number said in another unit's company. */
    static OptionalInt small(Item.Number number) {
        BigDecimal value = number.amount().value();
        return value.scale() <= 0 && value.intValue() <= 60 ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }
}
