package org.anamnesis.web;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.frame.Frame;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.summary.SummaryRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which summary the page wants.
 *
 * @param kind absent is the brief one
 * @param focus the problem or question of a problem summary
 * @param length {@code short}, {@code normal} or {@code long}; absent is what the EHR's settings say
 * @param lookBack how far back, {@code all} or e.g. {@code P1Y}; absent is what the EHR's settings say
 */
public record SummaryWish(
        @Nullable String kind,
        @Nullable String focus,
        @Nullable String length,
        @Nullable String lookBack) {

    private static final int LONGEST_FOCUS_CHARACTERS = 500;

    /** A body that is not there wants nothing in particular. */
    static SummaryWish orPlain(@Nullable SummaryWish body) {
        return body == null ? new SummaryWish(null, null, null, null) : body;
    }

    /**
     * The same about the launch's patient and nobody else.
     *
     * @throws ApiRefusal where it cannot be read
     */
    SummaryRequest request(Launch launch, Clock clock) {
        SummaryKind wanted =
                kind == null ? SummaryKind.BRIEF : SummaryKind.ofCode(kind).orElseThrow(SummaryWish::unusable);
        Optional<String> concerning =
                Optional.ofNullable(focus).map(String::strip).filter(words -> !words.isEmpty());
        boolean tooLong = concerning
                .filter(words -> words.length() > LONGEST_FOCUS_CHARACTERS)
                .isPresent();
        if (tooLong || (wanted == SummaryKind.PROBLEM && concerning.isEmpty())) {
            throw unusable();
        }
        Optional<Extent> extent = Optional.ofNullable(length)
                .map(word -> Extent.Length.ofCode(word).orElseThrow(SummaryWish::unusable))
                .map(known -> new Extent(known, Set.of()));
        Optional<LookBack> back = Optional.ofNullable(lookBack)
                .map(written -> LookBack.parse(written).orElseThrow(SummaryWish::unusable));
        EhrAccess access = launch.access();
        return new SummaryRequest(
                launch.ehr().id().value(),
                new ChartSource.FromEhr(access),
                launch.patientId(),
                ClinicalTime.utc(clock.instant()),
                Frame.WHOLE,
                wanted,
                concerning,
                false,
                launch.actor(),
                extent,
                back);
    }

    private static ApiRefusal unusable() {
        return new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
    }
}
