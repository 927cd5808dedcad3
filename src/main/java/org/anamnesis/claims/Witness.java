package org.anamnesis.claims;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

/**
 * One sentence of a note or report.
 *
 * @param id how it is cited
 * @param told what it tells
 * @param around the words of its heading and of its note's title
 * @param time when the note was written, or the report's findings were taken
 * @param plans whether it stands under a heading of plans
 */
record Witness(CitationId id, Told told, Set<String> around, Optional<ClinicalTime> time, boolean plans, String text) {

    /** So many of a statement's words must stand in the sentence itself, numbers counted. */
    private static final int LEAST = 2;

    private static final Set<String> SIDES = Set.of("left", "right", "upper", "lower", Stem.of("bilateral"));

    private static final Pattern YESTERDAY =
            Pattern.compile("\\b(?:yesterday|last night)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVERNIGHT = Pattern.compile("\\bovernight\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_TIME = Pattern.compile(
            "\\b(?:ago|since|before|last|previous|prior|old|history|hx|h/o|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|\\d+ ?/ ?7|day -?\\d|tomorrow|next)\\b",
            Pattern.CASE_INSENSITIVE);

    Witness {
        around = Set.copyOf(around);
    }

    /** Whether it says all that a statement says, in the same manner. */
    boolean bearsOut(Told said) {
        Map<String, Told.Meant> words = said.words();
        Set<String> own = new HashSet<>(words.keySet());
        own.retainAll(told.words().keySet());
        Set<String> known = new HashSet<>(own);
        if (id.kind() != FactKind.NOTE && !said.figures().isEmpty()) {
            // what is written beside a list's entry says its name too
            words.keySet().stream().filter(around::contains).forEach(known::add);
        }
        boolean enough = known.size() + (said.figures().isEmpty() ? 0 : 1) >= LEAST;
        return enough
                && words.entrySet().stream()
                        .allMatch(word ->
                                says(word.getKey(), word.getValue()) || isSubjectOfTheDenied(said, word.getKey()))
                && isSameManner(said, own)
                && isDeniedAlike(said, own)
                && isOfItsNumbersAndDays(said)
                && words.keySet().stream().filter(SIDES::contains).allMatch(side -> isOnSide(side, words.keySet()))
                && told.clocks().containsAll(said.clocks())
                && said.links().stream().allMatch(this::links);
    }

    private boolean says(String word, Told.Meant meant) {
        Told.Meant here = told.words().get(word);
        if (here == null) {
            return meant == Told.Meant.SO && around.contains(word);
        }
        return here == meant && here != Told.Meant.UNCLEAR;
    }

    /**
     * "Indapamide should not be restarted" and "do not restart indapamide": what the denied is said of stands before the denial or
     * behind it. All that is denied must be denied here, in one part, and the word must stand in that part.
     */
    private boolean isSubjectOfTheDenied(Told said, String word) {
        Set<String> denied = said.words().entrySet().stream()
                .filter(other -> other.getValue() == Told.Meant.DENIED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return !denied.isEmpty()
                && said.parts().size() == 1
                && denied.stream().allMatch(other -> told.words().get(other) == Told.Meant.DENIED)
                && told.words().get(word) != Told.Meant.UNCLEAR
                && told.parts().stream()
                        .map(part -> part.words().keySet())
                        .anyMatch(part -> part.contains(word) && part.containsAll(denied));
    }

    /** A sentence that denies something beside what the statement says could deny the whole of it. */
    private boolean isDeniedAlike(Told said, Set<String> own) {
        return isDenied(said.mannersOf(own)) == isDenied(told.mannersOf(own));
    }

    private static boolean isDenied(Set<Manner> manners) {
        return manners.contains(Manner.DENIED) || manners.contains(Manner.DENIES_BEFORE);
    }

    private boolean isSameManner(Told said, Set<String> own) {
        Set<Manner> theirs = all(said);
        Set<Manner> ours = new HashSet<>(told.mannersOf(own));
        Set<Manner> whole = all(told);
        whole.retainAll(Set.of(Manner.IF, Manner.UNSURE, Manner.FAMILY));
        ours.addAll(whole);
        boolean planned = plans
                || !told.parts().isEmpty() && told.parts().getFirst().manners().contains(Manner.PLANNED);
        if (planned) {
            ours.add(Manner.PLANNED);
        }
        boolean same = Manner.SAME.stream().allMatch(manner -> theirs.contains(manner) == ours.contains(manner));
        boolean formerly = !ours.contains(Manner.FORMERLY) || theirs.contains(Manner.FORMERLY);
        boolean now = !theirs.contains(Manner.NOW) || all(told).contains(Manner.NOW);
        return same && formerly && now;
    }

    private static Set<Manner> all(Told told) {
        Set<Manner> all = new HashSet<>();
        told.parts().forEach(part -> all.addAll(part.manners()));
        return all;
    }

    /** A side is said of what stands beside it between two marks. */
    private boolean isOnSide(String side, Set<String> words) {
        return told.parts().stream()
                .map(part -> part.words().keySet())
                .filter(part -> part.contains(side))
                .anyMatch(part -> part.stream().anyMatch(word -> !SIDES.contains(word) && words.contains(word)));
    }

    /** Each number stands here, said of the same thing on the day that is said; other days are those of the whole. */
    private boolean isOfItsNumbersAndDays(Told said) {
        Optional<List<Figures.Pair>> pairs = Figures.pairs(said, told, around);
        if (pairs.isEmpty() || Figures.isOfAnotherTime(pairs.get(), said, told)) {
            return false;
        }
        return said.days().stream().allMatch(dated -> {
            List<Told.Figure> here = pairs.get().stream()
                    .filter(pair -> pair.said().part() == dated.part())
                    .map(Figures.Pair::here)
                    .toList();
            return here.isEmpty() || told.days().size() < 2 && said.days().size() < 2
                    ? isOf(dated.day())
                    : here.stream().allMatch(figure -> isOf(dated.day(), figure.part()));
        });
    }

    /** Whether it was written or measured on one of these days and speaks of no other. */
    boolean isOfItsDay(Set<LocalDate> days) {
        return time.filter(written -> days.contains(written.date())).isPresent()
                && told.days().isEmpty()
                && !YESTERDAY.matcher(text).find()
                && !OTHER_TIME.matcher(text).find();
    }

    /** Whether a part speaks of this day: it names it, or it names none and the note was written then. */
    private boolean isOf(Day day, int part) {
        List<Told.Dated> own =
                told.days().stream().filter(dated -> dated.part() == part).toList();
        Optional<LocalDate> written = time.map(ClinicalTime::date);
        return own.isEmpty()
                ? written.filter(date -> day.holds(ClinicalTime.day(date))).isPresent()
                        && !OVERNIGHT.matcher(text).find()
                        && !YESTERDAY.matcher(text).find()
                : own.stream().anyMatch(dated -> isSame(day, dated.day(), written));
    }

    /** Whether it speaks of this day: it names it, or its note was written then and it names no other time. */
    private boolean isOf(Day day) {
        Optional<LocalDate> written = time.map(ClinicalTime::date);
        if (!told.days().isEmpty()) {
            return told.days().stream().anyMatch(other -> isSame(day, other.day(), written));
        }
        if (written.isEmpty()) {
            return false;
        }
        if (YESTERDAY.matcher(text).find()) {
            return day.holds(ClinicalTime.day(written.get().minusDays(1)));
        }
        if (OVERNIGHT.matcher(text).find() || OTHER_TIME.matcher(text).find()) {
            return false;
        }
        return day.holds(ClinicalTime.day(written.get()));
    }

    private static boolean isSame(Day said, Day here, Optional<LocalDate> written) {
        boolean year = said.year().isEmpty()
                || here.year().isPresent() && here.year().equals(said.year())
                || here.year().isEmpty()
                        && written.filter(date -> date.getYear() == said.year().getAsInt())
                                .isPresent();
        boolean month = said.month().isEmpty()
                || here.month().equals(said.month())
                || here.month().isEmpty()
                        && here.day().isPresent()
                        && written.filter(date ->
                                        date.getMonthValue() == said.month().getAsInt())
                                .isPresent();
        return year && month && (said.day().isEmpty() || said.day().equals(here.day()));
    }

    /** The same relation with some word of either side on that side here too. */
    private boolean links(Told.Link said) {
        return told.links().stream()
                .filter(here -> here.manner() == said.manner())
                .anyMatch(here -> meet(here.before(), said.before()) && meet(here.behind(), said.behind()));
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    /** Whether it denies what a statement says, or says what it denies, in other respects word for word. */
    boolean denies(Told said) {
        Map<String, Told.Meant> words = said.words();
        boolean all = !words.isEmpty() && told.words().keySet().containsAll(words.keySet());
        return all
                && words.entrySet().stream()
                        .anyMatch(word -> word.getValue() != Told.Meant.UNCLEAR
                                && told.words().get(word.getKey()) != Told.Meant.UNCLEAR
                                && told.words().get(word.getKey()) != word.getValue());
    }
}
