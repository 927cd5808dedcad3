package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;

/** Lends the times and units that one part of a clause tells to the parts that tell none. */
final class SharedTimes {

    private SharedTimes() {}

    /** A claim without a time has the one said before it in its clause, else the one said behind it. */
    static void shareTimes(List<Claim> clause) {
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

    static void share(Claim claim, List<When> times) {
        if (claim.isAnchor()) {
            return;
        }
        List<When> one = times.size() > 1 && times.stream().allMatch(When.On.class::isInstance)
                ? List.of(new When.Either(times))
                : times;
        claim.states().forEach(state -> state.share(one));
    }

    static boolean hasOwnTime(Claim claim) {
        return claim.states().stream()
                .flatMap(state -> state.times().stream())
                .anyMatch(when -> !(when instanceof When.At || when instanceof When.Lasting));
    }

    static List<When> dates(Claim claim) {
        return claim.states().stream()
                .flatMap(state -> state.times().stream())
                .filter(when ->
                        when instanceof When.On || when instanceof When.DayOfStay || when instanceof When.Within)
                .toList();
    }

    static void lendUnits(Claim claim) {
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
