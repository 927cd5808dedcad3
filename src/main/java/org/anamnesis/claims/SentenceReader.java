package org.anamnesis.claims;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the items of a sentence as claims: each head gets the amounts, ways, rhythms and times that are said of it. What stands
 * behind a head is its own; what stands before it within the same part of the sentence is its own where no head stands before;
 * a part without a head goes on about the last one. A date is shared by the parts of a clause that have none.
 */
final class SentenceReader {

    private static final Set<String> VERBS = Set.of("remov", "insert", "repair", "drain", Stem.of("replacement"));
    private static final Set<String> BUTS = Set.of("but", "while", "whereas", "although", "though", "yet", "however");

    private final Around around;
    private final ReadSoFar so;
    private final AmountReader amounts;
    private final TimeReader times;
    private final CueReader cues;

    private SentenceReader(List<Item> items) {
        this.around = new Around(items);
        this.so = new ReadSoFar(around);
        this.amounts = new AmountReader(so, around);
        this.times = new TimeReader(so, around);
        this.cues = new CueReader(so, around, times);
    }

    /** What was read: the claims in their order, all cues of the sentence, and whether an amount or a time was said of nothing. */
    record Reading(List<Claim> claims, Set<Cue> cues, boolean unread) {}

    static Reading read(List<Item> items) {
        SentenceReader reader = new SentenceReader(items);
        Around around = reader.around;
        ReadSoFar so = reader.so;
        while (around.at < items.size()) {
            reader.one(around.at);
            around.at++;
        }
        so.endClause();
        so.claims.forEach(SharedTimes::lendUnits);
        if (so.backwards) {
            // "6.2, up from 5.8" tells the later number first
            so.claims.stream()
                    .filter(claim -> claim.says(Cue.UP) || claim.says(Cue.DOWN))
                    .forEach(claim -> Collections.reverse(claim.states()));
        }
        return new Reading(so.claims, so.sentenceCues, so.unread);
    }

    private void one(int i) {
        Item item = around.items.get(i);
        switch (item) {
            case Item.Words words -> words(words, i);
            case Item.Drug drug -> {
                boolean again = so.head
                        .filter(claim -> claim.ingredients().equals(drug.ingredients()))
                        .isPresent();
                if (!again) {
                    so.begin(new Claim(Claim.Kind.DRUG, drug.ingredients(), drug.stems(), drug.written()));
                }
            }
            case Item.Number number -> amounts.number(number, i);
            case Item.Way way -> way(way.way());
            case Item.Often often -> often(often.rhythm());
            case Item.Date date -> times.date(date.day());
            case Item.Clock clock -> {
                so.pendingOrder = Optional.empty();
                so.target().times().add(new When.At(clock.minutes()));
            }
            case Item.Sense sense -> cues.sense(sense.cue(), i);
            case Item.Join ignored -> so.segment();
            case Item.Stop ignored -> so.endClause();
            case Item.Filler filler -> {
                if (BUTS.contains(filler.written())) {
                    so.endClause();
                }
                so.betweenDays |= filler.written().equals("between");
                if (filler.written().equals("to")
                        && so.role.filter(Cue.FROM::equals).isPresent()) {
                    so.role = Optional.empty();
                }
            }
            case Item.Age ignored -> {}
            case Item.Sex ignored -> {}
        }
    }

    private void words(Item.Words words, int i) {
        words.cue().ifPresent(so.sentenceCues::add);
        if (words.cue().filter(Cue.SMOKE::equals).isPresent()) {
            so.begin(new Claim(Claim.Kind.SMOKING, List.of(), words.stems(), words.written()));
            return;
        }
        boolean besideDrug =
                so.head.filter(claim -> claim.kind() == Claim.Kind.DRUG).isPresent()
                        && i > 0
                        && around.items.get(i - 1) instanceof Item.Drug;
        if (besideDrug) {
            so.head.orElseThrow().qualifiers().addAll(words.stems());
            return;
        }
        if (words.stems().size() == 1
                && VERBS.contains(words.stems().getFirst())
                && so.head.filter(claim -> claim.kind() == Claim.Kind.WORDS).isPresent()
                && i > 0
                && (around.items.get(i - 1) instanceof Item.Filler || around.items.get(i - 1) instanceof Item.Words)) {
            so.head.orElseThrow().done(words.stems().getFirst());
            return;
        }
        boolean destination = !so.clause.isEmpty()
                && so.clause.getLast().kind() == Claim.Kind.STAY
                && so.clause.getLast().says(Cue.STOP)
                && around.isTowards(i)
                && Destinations.place(words.written()).isPresent();
        if (destination) {
            // read with the whole sentence
            return;
        }
        boolean usualReason = i > 1
                && around.items.get(i - 1) instanceof Item.Filler filler
                && filler.written().equals("for")
                && around.items.get(i - 2) instanceof Item.Often often
                && often.rhythm().equals("needed");
        if (usualReason) {
            return;
        }
        words.cue().filter(Cue.RESULTS::contains).ifPresent(so.clauseCues::add);
        boolean whatFor =
                around.isFor(i) && !so.clause.isEmpty() && so.clause.getLast().kind() == Claim.Kind.DRUG;
        so.begin(new Claim(Claim.Kind.WORDS, List.of(), words.stems(), words.written()));
        if (whatFor) {
            so.claims.getLast().isWhatFor();
        }
        words.cue().ifPresent(so.claims.getLast().cues()::add);
    }

    private void way(String way) {
        if (around.isSecond(Item.Way.class) && !so.clause.isEmpty()) {
            so.clause.getLast().states().add(new State());
            so.clause.getLast().state().ways().add(way);
            return;
        }
        boolean another = so.head.isEmpty() || so.then || around.isFiller(around.at - 1, "to");
        so.stateFor(state -> !state.ways().isEmpty() && another).ways().add(way);
    }

    private void often(String rhythm) {
        so.stateFor(state -> !state.rhythms().isEmpty() && so.then).rhythms().add(rhythm);
    }
}
