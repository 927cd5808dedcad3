package org.anamnesis.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One model as it is asked here: so many at once, again where it is safe, and not at all while it rests. */
final class Desk {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final ModelSettings model;
    private final java.net.http.HttpClient http;
    private final Egress egress;
    private final Semaphore places;
    private final CircuitBreaker breaker;
    private final Tally tally = new Tally();

    Desk(ModelSettings model, java.net.http.HttpClient http) {
        this.model = model;
        this.http = http;
        this.egress = model.egress();
        this.places = new Semaphore(model.limits().concurrent());
        this.breaker = breaker(model);
    }

    private static CircuitBreaker breaker(ModelSettings model) {
        return CircuitBreaker.of(
                model.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(model.limits().breakerCalls())
                        .minimumNumberOfCalls(model.limits().breakerCalls())
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(model.limits().rest())
                        .build());
    }

    ModelName name() {
        return new ModelName(model.name(), model.model());
    }

    ModelSettings settings() {
        return model;
    }

    /** The model's turn, by the deadline. */
    Turn ask(Question question, Deadline deadline) {
        Turn turn = guarded(question, deadline.orIn(model.limits().whole()));
        turn.cause().ifPresent(tally::failed);
        return turn;
    }

    /** Counts a turn that ended before it began. */
    Turn passOver(Cause cause) {
        tally.failed(cause);
        return Turn.passedOver(cause);
    }

    private Turn guarded(Question question, Deadline deadline) {
        if (!model.generation().fits(Tokens.of(question.prompt()))) {
            return Turn.passedOver(Cause.PROMPT_TOO_LONG);
        }
        if (deadline.isOver()) {
            return Turn.passedOver(Cause.NO_TIME);
        }
        if (!places.tryAcquire()) {
            return Turn.passedOver(Cause.BUSY);
        }
        try {
            return breaker.tryAcquirePermission() ? tries(question, deadline) : Turn.passedOver(Cause.RESTING);
        } finally {
            places.release();
        }
    }

    private Turn tries(Question question, Deadline deadline) {
        long start = System.nanoTime();
        boolean counted = false;
        try {
            Turn turn = disclosed(question, deadline);
            counted = true;
            count(turn, System.nanoTime() - start);
            return turn;
        } finally {
            if (!counted) {
                // The record of the disclosure, or who takes the lines, threw: that says nothing about the model.
                breaker.releasePermission();
            }
        }
    }

    /** All tries of a turn, told of before the first and after the last. */
    private Turn disclosed(Question question, Deadline deadline) {
        ModelCall.Disclosing record = question.call().disclosing();
        record.to(name(), model.baseUrl().getHost());
        Optional<Cause> cause = Optional.of(Cause.CANCELLED);
        try {
            Turn turn = allTries(question, deadline);
            cause = turn.cause();
            return turn;
        } finally {
            record.came(cause);
        }
    }

    private void count(Turn turn, long nanos) {
        if (turn.cause().filter(cause -> cause == Cause.CANCELLED).isPresent()) {
            breaker.releasePermission();
        } else if (turn.cause().filter(Cause::isOutage).isPresent()) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new Outage());
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private Turn allTries(Question question, Deadline deadline) {
        ModelAnswer.Usage usage = ModelAnswer.Usage.NONE;
        for (int tried = 1; ; tried++) {
            Try.Result result = once(question, deadline);
            tally.asked(result);
            usage = usage.plus(result.usage());
            Optional<Duration> wait = again(question, result, tried, deadline);
            if (wait.isEmpty() || !slept(wait.get(), question.call().cancellation())) {
                return new Turn(result.cause(), result.text(), usage, tried);
            }
        }
    }

    private Try.Result once(Question question, Deadline deadline) {
        try (Wire wire = new Wire(http, egress, model.limits().answerBytes())) {
            return new Try(
                            model,
                            question.prompt(),
                            wire,
                            question.lines(),
                            question.call().cancellation())
                    .run(deadline);
        }
    }

    /** How long to wait before the next try; empty where there is to be none. */
    private Optional<Duration> again(Question question, Try.Result result, int tried, Deadline deadline) {
        boolean safe = result.cause().filter(Cause::isRetryable).isPresent()
                && !question.handed().getAsBoolean();
        if (!safe || tried > model.limits().retries()) {
            return Optional.empty();
        }
        Duration wait =
                result.retryAfter().orElseGet(() -> jittered(FIRST_WAIT.multipliedBy(1L << Math.min(tried, 5))));
        boolean tooLong = wait.compareTo(model.limits().longestWait()) > 0 || wait.compareTo(deadline.left()) >= 0;
        return tooLong ? Optional.empty() : Optional.of(wait);
    }

    /** From the half to the whole of it, so that callers who failed together do not come back together. */
    private static Duration jittered(Duration wait) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(wait.toNanos() / 2, wait.toNanos()));
    }

    /** Waits, and tells whether nobody cancelled meanwhile. */
    private static boolean slept(Duration wait, Cancellation cancellation) {
        Semaphore cancelled = new Semaphore(0);
        try (Cancellation.Registration ignored = cancellation.onCancel(cancelled::release)) {
            return !cancelled.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ModelStatus status(Fitness fitness) {
        return new ModelStatus(
                name(),
                model.provider().word(),
                fitness,
                breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                model.limits().concurrent() - places.availablePermits(),
                tally.asked(),
                tally.answered(),
                tally.in(),
                tally.out(),
                tally.failures());
    }

    /** Stands for an outage in the circuit breaker, without words and without a stack. */
    private static final class Outage extends Exception {
        private static final long serialVersionUID = 1L;

        Outage() {
            super(null, null, false, false);
        }
    }
}
