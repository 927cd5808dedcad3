package org.anamnesis.ward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.ward.WardList.NotRead;
import org.anamnesis.ward.WardList.NotRead.Why;

/**
 * The readings of the patients of all wards, kept in memory for minutes: read side by side, a few at a time, all under one
 * deadline. A reading that could not be made anew gives way to the last one, which says its age, until that is too old too.
 */
public final class WardReadings implements AutoCloseable {

    /** So long a reading is as good as new. */
    static final Duration FRESH = Duration.ofSeconds(60);

    /** Older a reading is not shown, whatever happens. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** For all patients of a list together. */
    static final Duration TOGETHER = Duration.ofSeconds(12);

    private static final int AT_A_TIME = 8;
    private static final int MOST_KEPT = 3_000;

    private final ChartReader reader;
    private final Clock clock;
    private final Cache<Key, Reading> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    /** @param reader reads by the plan for wards; it is closed with this */
    public WardReadings(ChartReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** By whose right which patient was read, as of which moment where it was not the present. */
    private record Key(String ehr, String eyes, String patient, Optional<ClinicalTime> asOf) {}

    /** What there is of a patient. */
    sealed interface Member {

        /** @param notRefreshed why it is an older reading; empty where it is as good as new */
        record Got(Reading reading, Optional<String> notRefreshed) implements Member {}

        record Not(NotRead why) implements Member {}
    }

    /**
     * What all readings of one list have in common.
     *
     * @param eyes by whom
     * @param asOf the moment that counts as "now", where it is not the present
     * @param moment the moment that counts as "now"
     */
    record Asked(Eyes eyes, Optional<ClinicalTime> asOf, ClinicalTime moment) {}

    /** Of these patients those who have to be read from the EHR; who was never read, or longest ago, comes first. */
    List<String> due(Asked asked, Collection<String> patients) {
        return patients.stream()
                .filter(patient -> fresh(asked, patient).isEmpty())
                .sorted(Comparator.comparing(
                        patient -> kept(asked, patient).map(Reading::readAt).orElse(Instant.MIN)))
                .toList();
    }

    /** All patients, in their order: the due ones are read first. */
    Map<String, Member> of(Asked asked, List<String> patients, List<String> due) {
        Map<String, Member> read = read(asked, due);
        Map<String, Member> all = new LinkedHashMap<>();
        for (String patient : patients) {
            Member member = read.getOrDefault(patient, new Member.Not(new NotRead(patient, Why.NOT_ASKED, deadline())));
            all.put(
                    patient,
                    fresh(asked, patient)
                            .<Member>map(reading -> new Member.Got(reading, Optional.empty()))
                            .orElseGet(() -> orOlder(asked, patient, member)));
        }
        return all;
    }

    private Optional<Reading> fresh(Asked asked, String patient) {
        Instant oldest = clock.instant().minus(FRESH);
        return kept(asked, patient).filter(reading -> !reading.readAt().isBefore(oldest));
    }

    private Optional<Reading> kept(Asked asked, String patient) {
        return Optional.ofNullable(kept.getIfPresent(key(asked, patient)));
    }

    /** What was refused is not shown from before; what failed is, while it is not too old. */
    private Member orOlder(Asked asked, String patient, Member member) {
        if (member instanceof Member.Not not
                && (not.why().why() == Why.FAILED || not.why().why() == Why.NOT_ASKED)) {
            String reason = not.why().detail().orElse(not.why().why().code());
            return kept(asked, patient)
                    .filter(reading ->
                            !reading.readAt().isBefore(clock.instant().minus(KEPT)))
                    .<Member>map(reading -> new Member.Got(reading, Optional.of(reason)))
                    .orElse(member);
        }
        return member;
    }

    private Map<String, Member> read(Asked asked, List<String> due) {
        if (due.isEmpty()) {
            return Map.of();
        }
        List<Task> tasks = due.stream().map(patient -> new Task(asked, patient)).toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Future<Member>> results = threads.invokeAll(tasks, TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
            Map<String, Member> read = new LinkedHashMap<>();
            for (int place = 0; place < tasks.size(); place++) {
                read.put(tasks.get(place).patient, result(results.get(place), tasks.get(place)));
            }
            return read;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Member result(Future<Member> result, Task task) throws InterruptedException {
        try {
            return result.get();
        } catch (CancellationException late) {
            return new Member.Not(
                    task.began.get()
                            ? new NotRead(task.patient, Why.FAILED, Optional.of("timeout"))
                            : new NotRead(task.patient, Why.NOT_ASKED, deadline()));
        } catch (ExecutionException broken) {
            // One patient who cannot be read costs nobody else the list.
            return new Member.Not(new NotRead(task.patient, Why.FAILED, Optional.of("internal-error")));
        }
    }

    private static Optional<String> deadline() {
        return Optional.of("deadline");
    }

    private static Key key(Asked asked, String patient) {
        return new Key(asked.eyes.ehr(), asked.eyes.right(), patient, asked.asOf);
    }

    /** Reads one patient. */
    private final class Task implements Callable<Member> {

        private final Asked asked;
        private final String patient;
        private final AtomicBoolean began = new AtomicBoolean();

        Task(Asked asked, String patient) {
            this.asked = asked;
            this.patient = patient;
        }

        @Override
        public Member call() {
            began.set(true);
            Instant readAt = clock.instant();
            return switch (reader.read(asked.eyes.access(), patient, asked.moment)) {
                case ReadOutcome.Read read -> {
                    Reading reading = new Reading(read.chart(), readAt, asked.moment);
                    kept.put(key(asked, patient), reading);
                    yield new Member.Got(reading, Optional.empty());
                }
                case ReadOutcome.UnknownPatient ignored -> not(Why.UNKNOWN, Optional.empty());
                case ReadOutcome.NotPermitted ignored -> not(Why.NOT_PERMITTED, Optional.empty());
                case ReadOutcome.EhrUnavailable broken -> not(Why.FAILED, Optional.of(broken.reason()));
            };
        }

        private Member not(Why why, Optional<String> detail) {
            if (why != Why.FAILED) {
                kept.invalidate(key(asked, patient));
            }
            return new Member.Not(new NotRead(patient, why, detail));
        }
    }

    @Override
    public void close() throws IOException {
        kept.invalidateAll();
        reader.close();
    }
}
