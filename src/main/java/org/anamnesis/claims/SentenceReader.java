package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the items of a sentence as claims: each head gets the amounts, ways, rhythms and times that are said of it. What stands
 * behind a head is its own; what stands before it within the same part of the sentence is its own where no head stands before;
 * a part without a head goes on about the last one. A date is shared by the parts of a clause that have none.
 */
final class SentenceReader {

    private static final Set<Cue> STAYS = EnumSet.of(Cue.ADMITTED, Cue.ICU, Cue.ED);
    private static final Set<Cue> ORDINALS = EnumSet.of(Cue.FIRST, Cue.SECOND, Cue.THIRD, Cue.FOURTH, Cue.LAST);
    private static final Set<Cue> BOUNDS = EnumSet.of(Cue.AROUND, Cue.OVER, Cue.UNDER);
    private static final Set<Cue> RESULTS =
            EnumSet.of(Cue.POSITIVE, Cue.NEGATIVE, Cue.SUSCEPTIBLE, Cue.RESISTANT, Cue.INTERMEDIATE, Cue.GREW);
    private static final Set<Cue> OF_A_HEAD = EnumSet.of(
            Cue.START,
            Cue.STOP,
            Cue.UP,
            Cue.DOWN,
            Cue.DOUBLE,
            Cue.HALVE,
            Cue.TRIPLE,
            Cue.SAME,
            Cue.PEAK,
            Cue.NADIR,
            Cue.ORDERED,
            Cue.GIVEN,
            Cue.HOME,
            Cue.BECAUSE,
            Cue.ALL,
            Cue.CERTAIN,
            Cue.ALLERGIC,
            Cue.FAMILY);
    private static final Set<String> VERBS = Set.of("remov", "insert", "repair", "drain", Stem.of("replacement"));
    private static final Set<String> HOMEWARD =
            Set.of("discharged", "went home", "sent home", "left hospital", "left the hospital", "dismissed", "let go");
    private static final int LEAST_SYSTOLIC = 60;
    private static final int LEAST_DIASTOLIC = 20;
    private static final Set<String> BUTS = Set.of("but", "while", "whereas", "although", "though", "yet", "however");

    private final List<Item> items;
    private int at;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Claim> clause = new ArrayList<>();
    private State pending = new State();
    private OptionalInt pendingCount = OptionalInt.empty();
    private final Set<Cue> pendingCues = EnumSet.noneOf(Cue.class);
    private final List<String> pendingDegrees = new ArrayList<>();
    private final Set<Cue> clauseCues = EnumSet.noneOf(Cue.class);
    private Optional<Claim> head = Optional.empty();
    private Optional<Cue> bound = Optional.empty();
    private Optional<Cue> role = Optional.empty();
    private boolean unread;
    private boolean backwards;
    private boolean family;
    private boolean byNext;
    private boolean between;
    private boolean then;
    private boolean negating;
    private boolean anchorNext;
    private Optional<Cue> pendingOrder = Optional.empty();
    private Optional<Cue> leadingOrder = Optional.empty();
    private Optional<Day> lastDay = Optional.empty();
    private final Set<Cue> sentenceCues = EnumSet.noneOf(Cue.class);

    private SentenceReader(List<Item> items) {
        this.items = items;
    }

    /** What was read: the claims in their order, all cues of the sentence, and whether an amount or a time was said of nothing. */
    record Reading(List<Claim> claims, Set<Cue> cues, boolean unread) {}

    static Reading read(List<Item> items) {
        SentenceReader reader = new SentenceReader(items);
        while (reader.at < items.size()) {
            reader.one(reader.at);
            reader.at++;
        }
        reader.endClause();
        reader.claims.forEach(SentenceReader::lendUnits);
        if (reader.backwards) {
            // "6.2, up from 5.8" tells the later number first
            reader.claims.stream()
                    .filter(claim -> claim.says(Cue.UP) || claim.says(Cue.DOWN))
                    .forEach(claim -> Collections.reverse(claim.states()));
        }
        return new Reading(reader.claims, reader.sentenceCues, reader.unread);
    }

    private void one(int i) {
        Item item = items.get(i);
        switch (item) {
            case Item.Words words -> words(words, i);
            case Item.Drug drug -> {
                boolean again = head.filter(claim -> claim.ingredients().equals(drug.ingredients()))
                        .isPresent();
                if (!again) {
                    begin(new Claim(Claim.Kind.DRUG, drug.ingredients(), drug.stems(), drug.written()));
                }
            }
            case Item.Number number -> number(number, i);
            case Item.Way way -> way(way.way());
            case Item.Often often -> often(often.rhythm());
            case Item.Date date -> date(date.day());
            case Item.Clock clock -> {
                pendingOrder = Optional.empty();
                target().times().add(new When.At(clock.minutes()));
            }
            case Item.Sense sense -> sense(sense.cue(), i);
            case Item.Join ignored -> segment();
            case Item.Stop ignored -> endClause();
            case Item.Filler filler -> {
                if (BUTS.contains(filler.written())) {
                    endClause();
                }
                between |= filler.written().equals("between");
                if (filler.written().equals("to")
                        && role.filter(Cue.FROM::equals).isPresent()) {
                    role = Optional.empty();
                }
            }
            case Item.Age ignored -> {}
            case Item.Sex ignored -> {}
        }
    }

    private void words(Item.Words words, int i) {
        words.cue().ifPresent(sentenceCues::add);
        if (words.cue().filter(Cue.SMOKE::equals).isPresent()) {
            begin(new Claim(Claim.Kind.SMOKING, List.of(), words.stems(), words.written()));
            return;
        }
        boolean besideDrug =
                head.filter(claim -> claim.kind() == Claim.Kind.DRUG).isPresent()
                        && i > 0
                        && items.get(i - 1) instanceof Item.Drug;
        if (besideDrug) {
            head.orElseThrow().qualifiers().addAll(words.stems());
            return;
        }
        if (words.stems().size() == 1
                && VERBS.contains(words.stems().getFirst())
                && head.filter(claim -> claim.kind() == Claim.Kind.WORDS).isPresent()
                && i > 0
                && (items.get(i - 1) instanceof Item.Filler || items.get(i - 1) instanceof Item.Words)) {
            head.orElseThrow().done(words.stems().getFirst());
            return;
        }
        boolean usualReason = i > 1
                && items.get(i - 1) instanceof Item.Filler filler
                && filler.written().equals("for")
                && items.get(i - 2) instanceof Item.Often often
                && often.rhythm().equals("needed");
        if (usualReason) {
            return;
        }
        words.cue().filter(RESULTS::contains).ifPresent(clauseCues::add);
        begin(new Claim(Claim.Kind.WORDS, List.of(), words.stems(), words.written()));
        words.cue().ifPresent(claims.getLast().cues()::add);
    }

    private void begin(Claim claim) {
        order(claim);
        claims.add(claim);
        clause.add(claim);
        if (!anchorNext) {
            claim.states().clear();
            claim.states().add(pending);
            pending = new State();
        }
        if (family) {
            claim.cues().add(Cue.FAMILY);
        }
        pendingCount.ifPresent(claim::counted);
        pendingCount = OptionalInt.empty();
        claim.cues().addAll(pendingCues);
        pendingCues.clear();
        claim.degrees().addAll(pendingDegrees);
        pendingDegrees.clear();
        if (negating) {
            claim.negate();
        }
        if (then) {
            claim.follows();
            then = false;
        }
        if (anchorNext) {
            claim.anchors();
            anchorNext = false;
        }
        head = Optional.of(claim);
    }

    /** "After the drip was stopped, glargine was given": the first or the second of the two comes first. */
    private void order(Claim claim) {
        Optional<Claim> before = clause.isEmpty() ? Optional.empty() : Optional.of(clause.getLast());
        if (leadingOrder.isPresent() && before.isPresent()) {
            claim.ordered(
                    leadingOrder.get() == Cue.AFTER
                            ? new Claim.Order(before.get(), claim, Cue.AFTER)
                            : new Claim.Order(claim, before.get(), Cue.BEFORE));
            leadingOrder = Optional.empty();
        } else if (pendingOrder.isPresent() && before.isPresent()) {
            claim.ordered(
                    pendingOrder.get() == Cue.AFTER
                            ? new Claim.Order(claim, before.get(), Cue.AFTER)
                            : new Claim.Order(before.get(), claim, Cue.BEFORE));
        } else if (pendingOrder.isPresent()) {
            leadingOrder = pendingOrder;
        }
        if (pendingOrder.isPresent()) {
            pendingOrder = Optional.empty();
            role = Optional.empty();
        }
    }

    /** Where an attribute belongs: to the head of this part, to the last head where this part has none, or to the next one. */
    private State target() {
        if (head.isPresent()) {
            return head.get().state();
        }
        return clause.isEmpty() || headFollows() ? pending : clause.getLast().state();
    }

    /** Whether this part of the sentence has a head further on. */
    private boolean headFollows() {
        for (int i = at + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug || isStay(item)) {
                return true;
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
        }
        return false;
    }

    /** Whether this part of the sentence names something further on. */
    private boolean wordsFollow() {
        for (int i = at + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return true;
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
        }
        return false;
    }

    private static boolean isStay(Item item) {
        return item instanceof Item.Sense sense && STAYS.contains(sense.cue());
    }

    private void number(Item.Number number, int i) {
        pendingOrder = Optional.empty();
        Amount amount = number.amount();
        if (amount.isSpan()) {
            span(amount, i);
            return;
        }
        if (byNext) {
            byNext = false;
            lastClaim().ifPresent(claim -> claim.changedBy(amount));
            return;
        }
        if (isAge(i)) {
            target().times().add(new When.AtAge(amount.value().intValue()));
            return;
        }
        boolean counts = amount.unit().isEmpty()
                && amount.second().isEmpty()
                && (number.inWords() || head.isEmpty())
                && ItemReader.small(number).isPresent()
                && headFollowsDirectly(i);
        if (counts) {
            pendingCount = ItemReader.small(number);
            return;
        }
        boolean ofTheHead = amount.unit().isEmpty()
                && amount.second().isEmpty()
                && head.isPresent()
                && ItemReader.small(number).isPresent()
                && i + 1 < items.size()
                && items.get(i + 1) instanceof Item.Sense next
                && next.cue() == Cue.COUNTED;
        if (ofTheHead) {
            head.get().counted(amount.value().intValue());
            return;
        }
        boolean pronoun = number.inWords() && amount.unit().isEmpty() && head.isEmpty() && clause.isEmpty();
        if (pronoun
                || number.inWords() && amount.unit().isEmpty() && amount.value().intValue() == 1) {
            return;
        }
        if (isPressure(amount)
                && head.filter(claim -> claim.kind() != Claim.Kind.STAY).isEmpty()
                && !wordsFollow()) {
            // "arrived at 217/116" is said of the blood pressure
            begin(new Claim(Claim.Kind.WORDS, List.of(), Phrases.stems("blood pressure"), "blood pressure"));
        }
        State state = stateFor(state2 -> !state2.amounts().isEmpty());
        state.amounts().add(new State.Much(amount, bound));
        bound = Optional.empty();
    }

    private static boolean isPressure(Amount amount) {
        return amount.second().isPresent()
                && amount.unit().filter(unit -> !unit.equals("mm[Hg]")).isEmpty()
                && amount.value().intValue() >= LEAST_SYSTOLIC
                && amount.second().get().intValue() >= LEAST_DIASTOLIC
                && amount.value().compareTo(amount.second().get()) > 0;
    }

    private Optional<Claim> lastClaim() {
        return head.or(() -> claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast()));
    }

    /** "at 45," or "aged 45". */
    private boolean isAge(int i) {
        if (!(items.get(i) instanceof Item.Number number)
                || number.amount().unit().isPresent()
                || i == 0) {
            return false;
        }
        Item before = items.get(i - 1);
        boolean aged = before instanceof Item.Sense sense && sense.cue() == Cue.AGED;
        boolean at = before instanceof Item.Filler filler
                && filler.written().equals("at")
                && (i + 1 == items.size()
                        || items.get(i + 1) instanceof Item.Sex
                        || items.get(i + 1) instanceof Item.Join
                        || items.get(i + 1) instanceof Item.Stop);
        int years = number.amount().value().intValue();
        boolean when = isFiller(i + 1, "when") && head.isEmpty();
        return (aged || when || at && clause.stream().allMatch(claim -> claim.kind() == Claim.Kind.WORDS))
                && years > 0
                && years < 120;
    }

    private boolean headFollowsDirectly(int from) {
        for (int i = from + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return true;
            }
            if (item instanceof Item.Sense sense) {
                boolean passed =
                        ORDINALS.contains(sense.cue()) || sense.cue() == Cue.COUNTED || sense.cue() == Cue.ORDERED;
                if (STAYS.contains(sense.cue()) || sense.cue() == Cue.ALLERGIC) {
                    return true;
                }
                if (!passed) {
                    return false;
                }
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
            if (item instanceof Item.Filler filler
                    && Set.of("to", "in", "on", "at").contains(filler.written())) {
                return false;
            }
        }
        return false;
    }

    /** The state an attribute goes to; a new one of the same head where it has one of its kind already. */
    private State stateFor(java.util.function.Predicate<State> isTaken) {
        State state = target();
        boolean isOfAHead = state != pending;
        if (isOfAHead && isTaken.test(state)) {
            Claim claim = head.orElseGet(clause::getLast);
            claim.states().add(new State());
            return claim.state();
        }
        return state;
    }

    private void way(String way) {
        if (isSecond(Item.Way.class) && !clause.isEmpty()) {
            clause.getLast().states().add(new State());
            clause.getLast().state().ways().add(way);
            return;
        }
        boolean elliptic = head.isEmpty();
        stateFor(state -> !state.ways().isEmpty() && elliptic
                        || state.ways().size() > 0 && !state.amounts().isEmpty() && elliptic
                        || !state.ways().isEmpty() && head.isPresent() && then)
                .ways()
                .add(way);
    }

    private void often(String rhythm) {
        stateFor(state -> !state.rhythms().isEmpty() && then).rhythms().add(rhythm);
    }

    private void date(Day day) {
        pendingOrder = Optional.empty();
        Day whole = lastDay.map(day::completed).orElse(day);
        lastDay = Optional.of(whole);
        boolean second = isSecond(Item.Date.class) && !between && !clause.isEmpty();
        if (second) {
            clause.getLast().states().add(new State());
            clause.getLast().state().times().add(new When.On(whole, Cue.LISTED));
            return;
        }
        State state = stateFor(taken -> isSecondDate(taken));
        Optional<When.On> from = between(state);
        if (from.isPresent()) {
            state.times().remove(from.get());
            state.times().add(new When.Between(from.get().day(), whole));
            between = false;
        } else {
            state.times().add(new When.On(whole, role.orElse(Cue.LISTED)));
        }
        role = Optional.empty();
    }

    /** Behind a comma or "and" behind another of its kind. */
    private boolean isSecond(Class<? extends Item> kind) {
        return at > 1 && items.get(at - 1) instanceof Item.Join && kind.isInstance(items.get(at - 2));
    }

    /** "on 2/12 and 2/13" are two states. */
    private boolean isSecondDate(State state) {
        return !between
                && head.isEmpty()
                && at > 0
                && state.times().stream().anyMatch(When.On.class::isInstance)
                && role.filter(one -> one == Cue.UNTIL).isEmpty();
    }

    private Optional<When.On> between(State state) {
        return between
                ? state.times().stream()
                        .filter(When.On.class::isInstance)
                        .map(When.On.class::cast)
                        .reduce((one, other) -> other)
                : Optional.empty();
    }

    private void span(Amount amount, int i) {
        Optional<Cue> next = senseNear(i, 1);
        Optional<Cue> before = senseNear(i, -1);
        boolean counted =
                next.filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE).isPresent();
        boolean ofTheLast = counted && head.isEmpty() && !clause.isEmpty() && anchor(i) == When.Anchor.NEXT;
        State state = ofTheLast ? clause.getLast().state() : target();
        if (byNext) {
            byNext = false;
            return;
        }
        if (before.filter(Cue.WITHIN::equals).isPresent()) {
            state.times().add(new When.Within(amount, anchor(i)));
        } else if (next.filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE).isPresent()) {
            When.Anchor anchor = anchor(i);
            anchorNext = anchor == When.Anchor.NEXT;
            state.times().add(new When.Apart(amount, next.get() == Cue.AFTER, anchor));
        } else if (isFiller(i + 1, "into")) {
            state.times().add(new When.Apart(amount, true, When.Anchor.ADMISSION));
        } else if (next.filter(cue -> cue == Cue.LATER || cue == Cue.THEN || cue == Cue.EARLIER)
                        .isPresent()
                || isFiller(i + 1, "earlier")) {
            boolean later = next.filter(Cue.EARLIER::equals).isEmpty() && !isFiller(i + 1, "earlier");
            state.times().add(new When.Apart(amount, later, When.Anchor.PREVIOUS));
        } else if (!isFiller(i + 1, "old")) {
            state.times().add(new When.Lasting(amount));
        }
    }

    private boolean isFiller(int i, String word) {
        return i < items.size()
                && items.get(i) instanceof Item.Filler filler
                && filler.written().equals(word);
    }

    private Optional<Cue> senseNear(int i, int step) {
        for (int at = i + step; at >= 0 && at < items.size(); at += step) {
            if (items.get(at) instanceof Item.Sense sense) {
                return Optional.of(sense.cue());
            }
            if (!(items.get(at) instanceof Item.Filler)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private When.Anchor anchor(int from) {
        for (int i = from + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Sense sense) {
                switch (sense.cue()) {
                    case ADMITTED, ED, ICU -> {
                        boolean ended = senseNear(i, 1).filter(Cue.STOP::equals).isPresent();
                        return ended ? When.Anchor.DISCHARGE : When.Anchor.ADMISSION;
                    }
                    case DISCHARGED -> {
                        return When.Anchor.DISCHARGE;
                    }
                    case BORN -> {
                        return When.Anchor.BIRTH;
                    }
                    case DIED -> {
                        return When.Anchor.DEATH;
                    }
                    default -> {
                        // looks on
                    }
                }
            }
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return When.Anchor.NEXT;
            }
            if (item instanceof Item.Stop) {
                break;
            }
        }
        return When.Anchor.PREVIOUS;
    }

    private void sense(Cue cue, int i) {
        sentenceCues.add(cue);
        if (BOUNDS.contains(cue)) {
            bound = Optional.of(cue);
        } else if (RESULTS.contains(cue)) {
            clauseCues.add(cue);
        } else if (ORDINALS.contains(cue)) {
            ordinal(cue, i);
        } else if (STAYS.contains(cue)) {
            stay(cue, i);
        } else if (OF_A_HEAD.contains(cue)) {
            ofAHead(cue, i);
        } else {
            link(cue, i);
        }
    }

    private void link(Cue cue, int i) {
        switch (cue) {
            case NOT -> not();
            case BY -> byNext = i + 1 < items.size() && nextIsNumber(i);
            case THEN -> {
                then = true;
                if (head.isPresent() || clause.isEmpty()) {
                    segment();
                }
                then = true;
            }
            case FROM, UNTIL -> role = Optional.of(cue);
            case AFTER, BEFORE -> {
                role = Optional.of(cue);
                pendingOrder = anchorNext ? Optional.empty() : role;
            }
            case SAMEDAY -> target().times().add(new When.SameDay(0));
            case NEXTDAY -> nextDay(i);
            case LASTDAY -> target().times().add(new When.DayOfStay(true));
            case FIRSTDAY -> target().times().add(new When.DayOfStay(false));
            case SMOKE ->
                begin(new Claim(
                        Claim.Kind.SMOKING, List.of(), List.of(), items.get(i).written()));
            case DIED -> begin(new Claim(Claim.Kind.DEATH, List.of(), List.of(), "death"));
            case DISCHARGED -> {
                if (HOMEWARD.contains(items.get(i).written().toLowerCase(java.util.Locale.ROOT))) {
                    begin(new Claim(
                            Claim.Kind.STAY,
                            List.of(),
                            List.of("admiss"),
                            items.get(i).written()));
                    claims.getLast().cues().add(Cue.STOP);
                } else {
                    role = Optional.of(Cue.UNTIL);
                    boolean leavesAStay = nextStay(i);
                    if (leavesAStay) {
                        pendingCues.add(Cue.STOP);
                        role = Optional.empty();
                    }
                }
            }
            default -> {
                // read where it matters
            }
        }
    }

    /** "The day after his surgery" counts from what is named next, "the next day" from what was named last. */
    private void nextDay(int i) {
        boolean fromTheNext = items.get(i).written().equalsIgnoreCase("the day after");
        When.Anchor anchor = fromTheNext ? anchor(i) : When.Anchor.PREVIOUS;
        if (anchor != When.Anchor.PREVIOUS) {
            Amount day = new Amount(java.math.BigDecimal.ONE, Optional.empty(), Optional.of("d"), "the day after");
            target().times().add(new When.Apart(day, true, anchor));
            anchorNext = anchor == When.Anchor.NEXT;
        } else {
            target().times().add(new When.SameDay(1));
        }
    }

    /** "Left the ICU", "out of the ICU". */
    private boolean nextStay(int i) {
        return i + 1 < items.size()
                && items.get(i + 1) instanceof Item.Sense sense
                && (sense.cue() == Cue.ICU || sense.cue() == Cue.ED);
    }

    private boolean nextIsNumber(int i) {
        for (int at = i + 1; at < items.size(); at++) {
            if (items.get(at) instanceof Item.Number) {
                return true;
            }
            boolean passed = items.get(at) instanceof Item.Filler
                    || items.get(at) instanceof Item.Sense sense && BOUNDS.contains(sense.cue());
            if (!passed) {
                return false;
            }
        }
        return false;
    }

    private void not() {
        boolean more = headFollows();
        if (head.isPresent() && !more) {
            head.get().negate();
        } else {
            negating = true;
        }
    }

    private void ordinal(Cue cue, int i) {
        pendingCues.add(cue);
        boolean elliptic = i + 1 < items.size()
                && items.get(i + 1) instanceof Item.Filler filler
                && Set.of("for", "on", "was", "in", "with", "at").contains(filler.written())
                && clause.stream()
                        .anyMatch(claim -> claim.kind() == Claim.Kind.STAY
                                && claim.ordinal().isPresent());
        if (elliptic) {
            Claim stay = clause.stream()
                    .filter(claim -> claim.kind() == Claim.Kind.STAY)
                    .findFirst()
                    .orElseThrow();
            begin(new Claim(Claim.Kind.STAY, List.of(), stay.stems(), stay.written()));
            claims.getLast().state().times().addAll(stay.state().times());
        }
    }

    private void stay(Cue cue, int i) {
        boolean isAnchorOnly = i > 0
                        && senseNear(i, -1)
                                .filter(near -> near == Cue.AFTER || near == Cue.BEFORE)
                                .isPresent()
                || i > 0 && anchored(i);
        if (isAnchorOnly) {
            pendingOrder = Optional.empty();
            return;
        }
        boolean where = cue != Cue.ADMITTED
                && head.filter(claim -> claim.kind() != Claim.Kind.STAY).isPresent()
                && isSaidWhere(i);
        if (where) {
            head.get().state().times().add(new When.In(cue == Cue.ICU ? "icu" : "ed"));
            return;
        }
        if (head.filter(claim -> claim.kind() == Claim.Kind.STAY).isPresent() && adjacentSense(i)) {
            return;
        }
        boolean release = i > 0
                && (items.get(i - 1) instanceof Item.Drug
                        || items.get(i - 1) instanceof Item.Number number
                                && !number.amount().isSpan());
        if (release && items.get(i).written().equalsIgnoreCase("er")) {
            return;
        }
        String kind = cue == Cue.ICU ? "icu" : cue == Cue.ED ? "ed" : "admiss";
        begin(new Claim(Claim.Kind.STAY, List.of(), List.of(kind), items.get(i).written()));
    }

    /** "94% in the ED" tells where. */
    private boolean isSaidWhere(int i) {
        for (int at = i - 1; at >= 0 && items.get(at) instanceof Item.Filler filler; at--) {
            if (Set.of("in", "at", "during").contains(filler.written())) {
                return true;
            }
        }
        return false;
    }

    private boolean anchored(int i) {
        for (int at = i - 1; at >= 0; at--) {
            Item item = items.get(at);
            if (item instanceof Item.Number number && number.amount().isSpan()) {
                return senseNear(at, 1)
                                .filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE || cue == Cue.LATER)
                                .isPresent()
                        || senseNear(at, -1).filter(Cue.WITHIN::equals).isPresent()
                        || isFiller(at + 1, "into")
                        || isFiller(at + 1, "of");
            }
            if (!(item instanceof Item.Filler) && !(item instanceof Item.Sense)) {
                return false;
            }
        }
        return false;
    }

    private boolean adjacentSense(int i) {
        return i > 0 && items.get(i - 1) instanceof Item.Sense;
    }

    private void ofAHead(Cue cue, int i) {
        if (cue == Cue.CERTAIN) {
            String degree = Stem.of(items.get(i).written().toLowerCase(java.util.Locale.ROOT));
            head.map(Claim::degrees).orElse(pendingDegrees).add(degree);
        }
        if (cue == Cue.ALLERGIC && pendingCount.isPresent()) {
            begin(new Claim(
                    Claim.Kind.ALLERGIES, List.of(), List.of(), items.get(i).written()));
        } else if (cue == Cue.FAMILY) {
            family = true;
        } else if (cue == Cue.ALLERGIC) {
            clauseCues.add(cue);
        } else if (head.isPresent()) {
            head.get().cues().add(cue);
            backwards |= items.get(i).written().endsWith(" from");
        } else {
            pendingCues.add(cue);
        }
        if (cue == Cue.START) {
            role = Optional.of(Cue.START);
        }
        if (cue == Cue.STOP) {
            role = Optional.of(Cue.UNTIL);
        }
    }

    /** What was said without a head is said of the last one; without any it was not understood. */
    private void goOn() {
        if (claims.isEmpty()) {
            unread = true;
        } else {
            claims.getLast().states().add(pending);
        }
        pending = new State();
    }

    private void segment() {
        head = Optional.empty();
        bound = Optional.empty();
        if (clause.isEmpty()) {
            return;
        }
        if (pending.isEmpty()) {
            return;
        }
        State last = clause.getLast().state();
        last.times().addAll(pending.times());
        last.amounts().addAll(pending.amounts());
        last.ways().addAll(pending.ways());
        last.rhythms().addAll(pending.rhythms());
        pending = new State();
    }

    private void endClause() {
        segment();
        if (!pending.isEmpty()) {
            goOn();
        }
        shareTimes();
        for (Claim claim : clause) {
            claim.cues().addAll(clauseCues);
            pendingCues.stream().filter(cue -> !ORDINALS.contains(cue)).forEach(claim.cues()::add);
        }
        clause.clear();
        clauseCues.clear();
        family = false;
        pendingCues.clear();
        negating = false;
        role = Optional.empty();
        byNext = false;
    }

    /** A claim without a time has the one said before it in its clause, else the one said behind it. */
    private void shareTimes() {
        List<When> known = List.of();
        for (Claim claim : clause) {
            List<When> own = dates(claim);
            if (!own.isEmpty()) {
                known = own;
            } else if (!known.isEmpty() && claim.kind() != Claim.Kind.STAY && !hasOwnTime(claim)) {
                List<When> shared = known;
                share(claim, shared);
            }
        }
        known = List.of();
        for (int i = clause.size() - 1; i >= 0; i--) {
            Claim claim = clause.get(i);
            List<When> own = dates(claim);
            if (!own.isEmpty()) {
                known = own;
            } else if (!known.isEmpty() && claim.kind() != Claim.Kind.STAY && !hasOwnTime(claim)) {
                List<When> shared = known;
                share(claim, shared);
            }
            // what was before something else is not of the other's day
            known = claim.isAfter() ? List.of() : known;
        }
    }

    private static void share(Claim claim, List<When> times) {
        if (claim.isAnchor()) {
            return;
        }
        List<When> one = times.size() > 1 && times.stream().allMatch(When.On.class::isInstance)
                ? List.of(new When.Either(times))
                : times;
        claim.states().forEach(state -> state.share(one));
    }

    private static boolean hasOwnTime(Claim claim) {
        return claim.states().stream()
                .flatMap(state -> state.times().stream())
                .anyMatch(when -> !(when instanceof When.At || when instanceof When.Lasting));
    }

    private static List<When> dates(Claim claim) {
        return claim.states().stream()
                .flatMap(state -> state.times().stream())
                .filter(when ->
                        when instanceof When.On || when instanceof When.DayOfStay || when instanceof When.Within)
                .toList();
    }

    private static void lendUnits(Claim claim) {
        Optional<String> unit = Optional.empty();
        for (int i = claim.states().size() - 1; i >= 0; i--) {
            State state = claim.states().get(i);
            Optional<String> own = state.amounts().stream()
                    .flatMap(much -> much.amount().unit().stream())
                    .findFirst();
            if (own.isPresent()) {
                unit = own;
            } else if (unit.isPresent()) {
                state.borrow(unit);
            }
        }
    }
}
