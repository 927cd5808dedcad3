package org.anamnesis.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anamnesis.background.BackgroundWork.Next;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.Scopes;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.UserReach;
import org.anamnesis.store.RememberedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are answered later, from being taken in to being forgotten (ASY-01 to ASY-10). */
@Timeout(30)
class JobsTest {

    private static final JobSettings SETTINGS =
            new JobSettings(Duration.ofHours(1), 2, 2, JobSettings.Completion.REDIRECT);

    private final SteppedClock clock = new SteppedClock();
    private boolean ready = true;
    private final RememberedJobs kept = new RememberedJobs();
    private final Jobs jobs = new Jobs(kept, SETTINGS, clock);
    private final Caller caller = caller("client", "user", Optional.of("p1"));

    @Test
    void aRequestIsDoneAsItWasMadeAndItsResultIsItsCallers() throws Exception {
        Jobs.Made made = make();
        Next next = work(request -> {
                    assertThat(request.path()).isEqualTo("/Patient/p1/$summarize");
                    assertThat(request.caller()).isEqualTo(caller);
                    assertThat(request.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
                    return result(200, "done");
                })
                .run(kept.only());
        kept.awaitDone(kept.only());
        assertThat(next).isInstanceOf(Next.Again.class);
        JobStatus.Complete complete = (JobStatus.Complete) jobs.status("ward", caller, made.name());
        assertThat(complete.result().body()).isEqualTo("done");
        assertThat(complete.expires()).isEqualTo(clock.instant().plus(SETTINGS.keep()));
        assertThat(kept.holdsRequest(kept.only())).isFalse();
    }

    @Test
    void anotherClientUserPatientOrEhrFindsNothing() {
        Jobs.Made made = make();
        for (Caller other : List.of(
                caller("other", "user", Optional.of("p1")),
                caller("client", "other", Optional.of("p1")),
                caller("client", "user", Optional.of("p2")),
                caller("client", "user", Optional.empty()))) {
            assertThat(jobs.status("ward", other, made.name())).isEqualTo(new JobStatus.Unknown());
            assertThat(jobs.result("ward", other, made.name())).isEqualTo(new JobStatus.Unknown());
            assertThat(jobs.giveUp("ward", other, made.name())).isFalse();
        }
        assertThat(jobs.status("clinic", caller, made.name())).isEqualTo(new JobStatus.Unknown());
        assertThat(jobs.status("ward", caller, made.name())).isInstanceOf(JobStatus.UnderWay.class);
    }

    @Test
    void theNameIsLongAndNeitherItNorTheCallerIsInTheDatabase() {
        Jobs.Made made = make();
        assertThat(made.name()).hasSizeGreaterThan(40).isNotEqualTo(make().name());
        assertThat(kept.find(made.name())).isEmpty();
        assertThat(kept.find(kept.only()).orElseThrow().owner()).doesNotContain("client", "user");
    }

    @Test
    void whoAsksTooOftenIsToldToWaitAndMayAskAgainAfterAPause() {
        Jobs.Made made = make();
        assertThat(jobs.status("ward", caller, made.name())).isInstanceOf(JobStatus.UnderWay.class);
        assertThat(jobs.status("ward", caller, made.name())).isEqualTo(new JobStatus.TooSoon());
        clock.step(Jobs.ASK_AGAIN);
        assertThat(jobs.status("ward", caller, made.name())).isInstanceOf(JobStatus.UnderWay.class);
    }

    @Test
    void aCallerHasOnlySoManyOpenAndAnotherHasItsOwn() {
        make();
        make();
        assertThat(jobs.make(request(caller))).isEmpty();
        assertThat(jobs.make(request(caller("other", "user", Optional.of("p1")))))
                .isPresent();
    }

    @Test
    void whomTheCallerWasAllowedIsKeptAndNobodyElse() throws Exception {
        List<Caller> seen = new CopyOnWriteArrayList<>();
        JobWork work = work(request -> {
            seen.add(request.caller());
            return result(200, "done");
        });
        Caller asked = new Caller(
                "client",
                "user",
                Scopes.parse("user/Observation.rs"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Practitioner/d1"),
                "jti",
                Instant.parse("2025-03-04T12:05:00Z"),
                UserReach.only("p1"));
        jobs.make(request(asked)).orElseThrow();
        work.run(kept.only());
        kept.awaitDone(kept.only());
        assertThat(seen).singleElement().satisfies(caller -> {
            assertThat(caller.reach().sees("p1")).isTrue();
            assertThat(caller.reach().sees("p2")).isFalse();
            assertThat(caller.reach().isEverybody()).isFalse();
        });
    }

    @Test
    void aNodeThatIsNotUpYetBeginsNothingAndComesBackToIt() throws Exception {
        make();
        ready = false;
        JobWork work = work(request -> result(200, "done"));
        assertThat(work.run(kept.only())).isInstanceOf(Next.Again.class);
        assertThat(kept.find(kept.only()).orElseThrow().leasedUntil()).isEmpty();
        ready = true;
        work.run(kept.only());
        kept.awaitDone(kept.only());
        assertThat(kept.result(kept.only()).orElseThrow()).contains("done");
    }

    @Test
    void aResultIsForgottenInTime() throws Exception {
        Jobs.Made made = make();
        JobWork work = work(request -> result(200, "done"));
        work.run(kept.only());
        kept.awaitDone(kept.only());
        assertThat(work.run(kept.only())).isEqualTo(new Next.Again(made.expires()));
        clock.step(SETTINGS.keep());
        assertThat(jobs.status("ward", caller, made.name())).isEqualTo(new JobStatus.Unknown());
        assertThat(work.run(kept.only())).isInstanceOf(Next.Done.class);
        assertThat(jobs.giveUp("ward", caller, made.name())).isFalse();
    }

    @Test
    void givingUpEndsTheCallToTheModelAndForgetsTheRequest() throws Exception {
        Jobs.Made made = make();
        String id = kept.only();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        work(request -> {
                    Running running = Running.current().orElseThrow();
                    begun.countDown();
                    while (!running.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                    return result(200, "too late");
                })
                .run(id);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.giveUp("ward", caller, made.name())).isTrue();
        assertThat(jobs.status("ward", caller, made.name())).isEqualTo(new JobStatus.Unknown());
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kept.find(id)).isEmpty();
    }

    @Test
    void whatANodeThatDiedWasDoingIsTakenUpByAnotherWithThePartsThatAreDone() throws Exception {
        Jobs.Made made = make();
        String id = kept.only();
        kept.take(id, "dead", clock.instant(), clock.instant().plus(JobRuns.LEASE))
                .orElseThrow();
        kept.keepParts(id, "dead", "{\"p1\":\"draft-1\"}");
        JobWork work = work(request ->
                result(200, Running.current().orElseThrow().part("p1").orElse("none")));
        assertThat(work.run(id)).isInstanceOf(Next.Again.class);
        assertThat(kept.find(id).orElseThrow().tries()).isEqualTo(1);
        clock.step(JobRuns.LEASE.plusSeconds(1));
        work.run(id);
        kept.awaitDone(id);
        assertThat(((JobStatus.Complete) jobs.status("ward", caller, made.name()))
                        .result()
                        .body())
                .isEqualTo("draft-1");
    }

    @Test
    void oneThatIsInterruptedAgainAndAgainEndsAndSaysThatItMayBeMadeAgain() throws Exception {
        Jobs.Made made = make();
        String id = kept.only();
        for (int dead = 0; dead < JobRuns.MOST_TRIES; dead++) {
            kept.take(id, "dead", clock.instant(), clock.instant().plus(JobRuns.LEASE))
                    .orElseThrow();
            clock.step(JobRuns.LEASE.plusSeconds(1));
        }
        work(request -> result(200, "never")).run(id);
        kept.awaitDone(id);
        assertThat(((JobStatus.Complete) jobs.status("ward", caller, made.name()))
                        .result()
                        .status())
                .isEqualTo(503);
    }

    @Test
    void aNodeThatStopsGivesBackWhatItIsDoing() throws Exception {
        make();
        String id = kept.only();
        CountDownLatch begun = new CountDownLatch(1);
        JobRuns runs = runs(request -> {
            begun.countDown();
            while (!Running.current().orElseThrow().isCancelled()) {
                Thread.onSpinWait();
            }
            return result(200, "half");
        });
        new JobWork(kept, runs, clock).run(id);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        runs.stop();
        assertThat(kept.find(id).orElseThrow().tries()).isZero();
        work(request -> result(200, "whole")).run(id);
        kept.awaitDone(id);
        assertThat(kept.result(id).orElseThrow()).contains("whole");
    }

    @Test
    void aNodeDoesOnlySoManyAtOnceAndTheOthersWait() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        JobRuns runs = runs(request -> {
            open.await();
            return result(200, "done");
        });
        for (String user : List.of("a", "b", "c")) {
            jobs.make(request(caller("client", user, Optional.empty()))).orElseThrow();
        }
        List<String> ids = kept.all();
        assertThat(ids.stream().map(runs::begin)).containsExactly(true, true, false);
        open.countDown();
        kept.awaitDone(ids.getFirst());
    }

    @Test
    void aFailureIsAnAnswerWithoutWhatItSays() throws Exception {
        make();
        String id = kept.only();
        work(request -> {
                    throw new IllegalStateException("about a patient");
                })
                .run(id);
        kept.awaitDone(id);
        assertThat(kept.result(id).orElseThrow()).contains("503").doesNotContain("patient");
    }

    private Jobs.Made make() {
        return jobs.make(request(caller)).orElseThrow();
    }

    /** Does what was asked. */
    private interface Does {
        JobResult it(JobRequest request) throws Exception;
    }

    private JobWork work(Does does) {
        return new JobWork(kept, runs(does), clock);
    }

    private JobRuns runs(Does does) {
        JobPerformer performer = new JobPerformer() {
            @Override
            public boolean isReady() {
                return ready;
            }

            @Override
            public JobResult perform(JobRequest request) {
                try {
                    return does.it(request);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public JobResult interrupted(JobRequest request) {
                return result(503, "interrupted");
            }
        };
        return new JobRuns(
                kept,
                performer,
                SETTINGS,
                clock,
                Optional.of(Thread.ofPlatform().daemon().factory()));
    }

    private static JobResult result(int status, String body) {
        return new JobResult(status, "text/plain", body, "", JobSettings.Completion.REDIRECT);
    }

    private static JobRequest request(Caller caller) {
        return new JobRequest(
                "ward",
                "/Patient/p1/$summarize",
                "",
                Optional.of("application/fhir+json"),
                Optional.empty(),
                "{}".getBytes(StandardCharsets.UTF_8),
                caller,
                Optional.of("p1"),
                JobSettings.Completion.REDIRECT);
    }

    private static Caller caller(String client, String subject, Optional<String> patient) {
        return new Caller(
                client,
                subject,
                Scopes.parse("patient/Observation.rs openid"),
                patient,
                Optional.empty(),
                Optional.of("Practitioner/d1"),
                "jti",
                Instant.parse("2025-03-04T12:05:00Z"),
                UserReach.EVERYBODY);
    }
}
