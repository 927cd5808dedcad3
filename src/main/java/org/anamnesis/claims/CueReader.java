package org.anamnesis.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the words that hang a sentence together. */
final class CueReader {

    private static final Set<String> HOMEWARD =
            Set.of("discharged", "went home", "sent home", "left hospital", "left the hospital", "dismissed", "let go");

    private final ReadSoFar so;
    private final Around around;
    private final TimeReader times;
    private final StayReader stays;

    CueReader(ReadSoFar so, Around around, TimeReader times) {
        this.so = so;
        this.around = around;
        this.times = times;
        this.stays = new StayReader(so, around);
    }

    void sense(Cue cue, int i) {
        so.sentenceCues.add(cue);
        if (Cue.BOUNDS.contains(cue)) {
            so.bound = Optional.of(cue);
        } else if (Cue.RESULTS.contains(cue)) {
            so.clauseCues.add(cue);
        } else if (Cue.ORDINALS.contains(cue)) {
            ordinal(cue, i);
        } else if (Cue.STAYS.contains(cue)) {
            stays.stay(cue, i);
        } else if (Cue.OF_A_HEAD.contains(cue)) {
            ofAHead(cue, i);
        } else {
            link(cue, i);
        }
    }

    void link(Cue cue, int i) {
        switch (cue) {
            case NOT -> not();
            case BY -> so.byNext = i + 1 < around.items.size() && around.nextIsNumber(i);
            case THEN -> {
                so.then = true;
                if (so.head.isPresent() || so.clause.isEmpty()) {
                    so.segment();
                }
                so.then = true;
            }
            case FROM, UNTIL -> so.role = Optional.of(cue);
            case AFTER, BEFORE -> {
                so.role = Optional.of(cue);
                so.pendingOrder = so.anchorNext ? Optional.empty() : so.role;
            }
            case SAMEDAY -> so.target().times().add(new When.SameDay(0));
            case NEXTDAY -> times.nextDay(i);
            case LASTDAY -> so.target().times().add(new When.DayOfStay(true, isAtOnce(i)));
            case FIRSTDAY -> so.target().times().add(new When.DayOfStay(false, isAtOnce(i)));
            case SMOKE ->
                so.begin(new Claim(
                        Claim.Kind.SMOKING,
                        List.of(),
                        List.of(),
                        around.items.get(i).written()));
            case DIED -> so.begin(new Claim(Claim.Kind.DEATH, List.of(), List.of(), "death"));
            case DISCHARGED -> {
                if (HOMEWARD.contains(around.items.get(i).written().toLowerCase(Locale.ROOT))) {
                    so.begin(new Claim(
                            Claim.Kind.STAY,
                            List.of(),
                            List.of("admiss"),
                            around.items.get(i).written()));
                    so.claims.getLast().cues().add(Cue.STOP);
                } else {
                    so.role = Optional.of(Cue.UNTIL);
                    boolean leavesAStay = around.nextStay(i);
                    if (leavesAStay) {
                        so.pendingCues.add(Cue.STOP);
                        so.role = Optional.empty();
                    }
                }
            }
            default -> {
                // read where it matters
            }
        }
    }

    void not() {
        boolean more = around.headFollows();
        if (so.head.isPresent() && !more) {
            so.head.get().negate();
        } else {
            so.negating = true;
        }
    }

    private boolean isAtOnce(int i) {
        return !around.items.get(i).written().toLowerCase(Locale.ROOT).contains("day");
    }

    private boolean saysFrom(int i) {
        return around.items.get(i).written().toLowerCase(Locale.ROOT).endsWith(" from");
    }

    void ordinal(Cue cue, int i) {
        so.pendingCues.add(cue);
        boolean elliptic = i + 1 < around.items.size()
                && around.items.get(i + 1) instanceof Item.Filler filler
                && Set.of("for", "on", "was", "in", "with", "at").contains(filler.written())
                && so.clause.stream()
                        .anyMatch(claim -> claim.kind() == Claim.Kind.STAY
                                && claim.ordinal().isPresent());
        if (elliptic) {
            Claim stay = so.clause.stream()
                    .filter(claim -> claim.kind() == Claim.Kind.STAY)
                    .findFirst()
                    .orElseThrow();
            so.begin(new Claim(Claim.Kind.STAY, List.of(), stay.stems(), stay.written()));
            so.claims.getLast().state().times().addAll(stay.state().times());
        }
    }

    void ofAHead(Cue cue, int i) {
        if (cue == Cue.CERTAIN) {
            String degree = Stem.of(around.items.get(i).written().toLowerCase(Locale.ROOT));
            so.head.map(Claim::degrees).orElse(so.pendingDegrees).add(degree);
        }
        if (cue == Cue.ALLERGIC && so.pendingCount.isPresent()) {
            so.begin(new Claim(
                    Claim.Kind.ALLERGIES,
                    List.of(),
                    List.of(),
                    around.items.get(i).written()));
        } else if (cue == Cue.FAMILY) {
            so.family = true;
        } else if (cue == Cue.ALLERGIC) {
            so.clauseCues.add(cue);
        } else if (so.head.isPresent()) {
            so.head.get().cues().add(cue);
            so.backwards |= saysFrom(i);
        } else if (saysFrom(i) && !so.clause.isEmpty()) {
            // "10.8 %, up from 9.4 %" goes on about the last one
            so.clause.getLast().cues().add(cue);
            so.backwards = true;
        } else {
            so.pendingCues.add(cue);
        }
        if (cue == Cue.START) {
            so.role = Optional.of(Cue.START);
        }
        if (cue == Cue.STOP) {
            so.role = Optional.of(Cue.UNTIL);
        }
    }
}
