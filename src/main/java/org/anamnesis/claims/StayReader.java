package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;

/** Reads stays: as heads, as what a time is counted from, or as where something was. */
final class StayReader {

    private final ReadSoFar so;
    private final Around around;

    StayReader(ReadSoFar so, Around around) {
        this.so = so;
        this.around = around;
    }

    void stay(Cue cue, int i) {
        boolean isAnchorOnly = i > 0
                        && around.senseNear(i, -1)
                                .filter(near -> near == Cue.AFTER || near == Cue.BEFORE)
                                .isPresent()
                || i > 0 && around.anchored(i);
        if (isAnchorOnly) {
            so.pendingOrder = Optional.empty();
            return;
        }
        boolean where = cue != Cue.ADMITTED
                && so.head.filter(claim -> claim.kind() != Claim.Kind.STAY).isPresent()
                && around.isSaidWhere(i);
        if (where) {
            so.head.get().state().times().add(new When.In(cue == Cue.ICU ? "icu" : "ed"));
            return;
        }
        if (so.head.filter(claim -> claim.kind() == Claim.Kind.STAY).isPresent() && around.adjacentSense(i)) {
            return;
        }
        boolean release = i > 0
                && (around.items.get(i - 1) instanceof Item.Drug
                        || around.items.get(i - 1) instanceof Item.Number number
                                && !number.amount().isSpan());
        if (release && around.items.get(i).written().equalsIgnoreCase("er")) {
            return;
        }
        String kind = cue == Cue.ICU ? "icu" : cue == Cue.ED ? "ed" : "admiss";
        so.begin(new Claim(Claim.Kind.STAY, List.of(), List.of(kind), around.items.get(i).written()));
    }
}
