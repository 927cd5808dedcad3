package org.anamnesis.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps the hourly budgets of users and EHRs. What a prompt will cost is taken before it goes and corrected after; what is
 * estimated counts too. Kept in memory, on each node by itself.
 */
final class Budgets {

    private final Budget ofUser;
    private final Budget ofEhr;
    private final LongSupplier nanos;
    private final Cache<String, Hour> users;
    private final Cache<String, Hour> ehrs;

    Budgets(Budget ofUser, Budget ofEhr, LongSupplier nanos) {
        this.ofUser = ofUser;
        this.ofEhr = ofEhr;
        this.nanos = nanos;
        this.users = hours(nanos);
        this.ehrs = hours(nanos);
    }

    private static Cache<String, Hour> hours(LongSupplier nanos) {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMinutes(61))
                .ticker(nanos::getAsLong)
                .build();
    }

    /** Takes what a prompt will cost; empty where the user or the EHR has no more. */
    Optional<Taken> take(ModelCall.Caller caller, long tokens) {
        // A user is one at an EHR: the same word elsewhere is somebody else.
        Optional<Hour> user =
                caller.user().map(name -> users.get(caller.ehr().orElse("") + "\n" + name, key -> new Hour()));
        Optional<Hour> ehr = caller.ehr().map(name -> ehrs.get(name, key -> new Hour()));
        long minute = minute();
        if (user.isPresent() && !user.get().take(ofUser, minute, tokens)) {
            return Optional.empty();
        }
        if (ehr.isPresent() && !ehr.get().take(ofEhr, minute, tokens)) {
            user.ifPresent(hour -> hour.giveBack(minute, tokens));
            return Optional.empty();
        }
        return Optional.of(new Taken(user, ehr, tokens));
    }

    /** How long until a user and an EHR may ask for so many tokens; empty where they may now. */
    Optional<Duration> until(ModelCall.Caller caller, long tokens) {
        long minute = minute();
        int user = caller.user()
                .map(name -> users.getIfPresent(caller.ehr().orElse("") + "\n" + name))
                .map(hour -> hour.until(ofUser, minute, tokens))
                .orElse(0);
        int ehr = caller.ehr()
                .map(ehrs::getIfPresent)
                .map(hour -> hour.until(ofEhr, minute, tokens))
                .orElse(0);
        int wait = Math.max(user, ehr);
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(wait));
    }

    private long minute() {
        return Math.floorDiv(nanos.getAsLong(), Duration.ofMinutes(1).toNanos());
    }

    /** What was taken for one call. */
    final class Taken {

        private final Optional<Hour> user;
        private final Optional<Hour> ehr;
        private final long tokens;

        private Taken(Optional<Hour> user, Optional<Hour> ehr, long tokens) {
            this.user = user;
            this.ehr = ehr;
            this.tokens = tokens;
        }

        /** Corrects it by what the call did cost. */
        void cost(ModelAnswer.Usage usage) {
            long minute = minute();
            user.ifPresent(hour -> hour.correct(minute, usage.total() - tokens));
            ehr.ifPresent(hour -> hour.correct(minute, usage.total() - tokens));
        }
    }
}
