package org.anamnesis.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Probes one model, one at a time, and remembers what was found. */
final class Examiner {

    private final Desk desk;
    private final Optional<Probe> probe;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Fitness fitness;
    private volatile Deadline unfitUntil = Deadline.in(Duration.ZERO);

    Examiner(Desk desk, Optional<Probe> probe) {
        this.desk = desk;
        this.probe = probe;
        this.fitness = Fitness.of(probe.isPresent() ? Fitness.State.UNTESTED : Fitness.State.NOT_PROBED);
    }

    Fitness fitness() {
        return fitness;
    }

    /** Why the model may not be asked, after a probe where one is due; empty where it may. */
    Optional<Cause> objection(Deadline deadline) {
        if (isEnabled()) {
            return Optional.empty();
        }
        if (isUnfit()) {
            return Optional.of(Cause.UNFIT);
        }
        return locked(deadline, () -> {
            if (isEnabled()) {
                return Optional.empty();
            }
            return isUnfit() ? Optional.of(Cause.UNFIT) : examine(deadline);
        });
    }

    /** Probes now, whatever was found before. */
    void examineNow() {
        Deadline deadline = Deadline.in(desk.settings().limits().whole().multipliedBy(2));
        var ignored = locked(deadline, () -> examine(deadline));
    }

    private boolean isEnabled() {
        return fitness.state() == Fitness.State.FIT || fitness.state() == Fitness.State.NOT_PROBED;
    }

    private boolean isUnfit() {
        return fitness.state() == Fitness.State.UNFIT && !unfitUntil.isOver();
    }

    private Optional<Cause> locked(Deadline deadline, java.util.function.Supplier<Optional<Cause>> action) {
        try {
            if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.of(Cause.NO_TIME);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Cause.CANCELLED);
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Cause> examine(Deadline deadline) {
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        Question question = new Question(
                probe.get().prompt(), line -> {}, () -> false, ModelCall.of("probe", ModelCall.Caller.UNKNOWN));
        Turn turn = desk.ask(question, deadline);
        Optional<Cause> cause = turn.cause();
        if (cause.isEmpty() && probe.get().answered().test(turn.text())) {
            fitness = Fitness.of(Fitness.State.FIT);
            return Optional.empty();
        }
        return Optional.of(cause.filter(Examiner::saysNothingOfFormat)
                .map(this::untested)
                .orElseGet(() -> unfit(cause.map(Cause::code).orElse("format"))));
    }

    /** The model was not there, or not free: it is neither fit nor unfit. */
    private static boolean saysNothingOfFormat(Cause cause) {
        return cause.reason() == ModelAnswer.Reason.UNAVAILABLE
                || cause.reason() == ModelAnswer.Reason.TIMEOUT
                || cause.reason() == ModelAnswer.Reason.CANCELLED;
    }

    private Cause untested(Cause cause) {
        fitness = new Fitness(Fitness.State.UNTESTED, Optional.of(cause.code()));
        return cause;
    }

    private Cause unfit(String why) {
        unfitUntil = Deadline.in(probe.map(Probe::again).orElse(Duration.ZERO));
        fitness = new Fitness(Fitness.State.UNFIT, Optional.of(why));
        return Cause.UNFIT;
    }
}
