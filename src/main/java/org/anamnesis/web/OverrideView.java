package org.anamnesis.web;

import org.anamnesis.store.AcuityOverride;
import org.jspecify.annotations.Nullable;

/**
 * Where a person placed a patient on a ward.
 *
 * @param tier the code of the place; null where an earlier decision was taken back
 * @param computedTier where the rules had the patient then
 * @param by a Practitioner or PractitionerRole reference
 * @param byName what that person is called, where that is known
 * @param at an instant; {@code until} too
 * @param outgrown whether the patient is worse since, so that the rules place again
 */
public record OverrideView(
        @Nullable String tier,
        String computedTier,
        String reason,
        String by,
        @Nullable String byName,
        String at,
        String until,
        boolean outgrown) {

    static OverrideView of(AcuityOverride decision, boolean outgrown, Names.At names) {
        return new OverrideView(
                decision.tier().orElse(null),
                decision.computed(),
                decision.reason(),
                decision.by(),
                names.of(decision.by()).orElse(null),
                decision.at().toString(),
                decision.until().toString(),
                outgrown);
    }
}
