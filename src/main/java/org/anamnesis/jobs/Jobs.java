package org.anamnesis.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.Secrets;
import org.anamnesis.store.KeptJobs;
import org.anamnesis.store.StoredJob;
import org.jspecify.annotations.Nullable;

/** What callers can do with requests that are answered later: make one, ask how it stands, have the result, give up. */
@ApplicationScoped
public class Jobs {

    /** After how long a caller should ask again. */
    public static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    /** Who asks sooner than this is told to wait. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private static final int NAME_BITS = 256;

    private final @Nullable KeptJobs kept;
    private final @Nullable JobSettings settings;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Jobs() {
        this.kept = null;
        this.settings = null;
        this.clock = null;
    }

    @Inject
    public Jobs(KeptJobs kept, JobSettings settings, Clock clock) {
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One that was taken in.
     *
     * @param name the secret under which its caller finds it
     * @param expires when it is forgotten
     */
    public record Made(String name, Instant expires) {}

    /** How callers are told of results where they do not say. */
    public JobSettings.Completion completion() {
        return Objects.requireNonNull(settings).completion();
    }

    /** Takes a request in; empty where its caller has too many open. */
    public Optional<Made> make(JobRequest request) {
        String name = Secrets.fresh(NAME_BITS);
        Instant now = now();
        Instant expires = now.plus(Objects.requireNonNull(settings).keep());
        StoredJob job = new StoredJob(
                hash(name),
                request.ehr(),
                owner(request.ehr(), request.caller()),
                StoredJob.State.WAITING,
                now,
                expires,
                Optional.empty(),
                0,
                Optional.empty());
        return kept().keep(job, request.toJson(), settings.mostPerCaller())
                ? Optional.of(new Made(name, expires))
                : Optional.empty();
    }

    /** How one stands; another caller's is as none. */
    public JobStatus status(String ehr, Caller caller, String name) {
        Optional<StoredJob> job = find(ehr, caller, name);
        if (job.isEmpty()) {
            return new JobStatus.Unknown();
        }
        if (job.get().state() == StoredJob.State.DONE) {
            return complete(job.get());
        }
        return kept().poll(job.get().id(), now(), LEAST_PAUSE)
                ? new JobStatus.UnderWay(
                        job.get().progress().orElse("waiting"), job.get().expiresAt())
                : new JobStatus.TooSoon();
    }

    /** The result of one that is done. */
    public JobStatus result(String ehr, Caller caller, String name) {
        return find(ehr, caller, name)
                .filter(job -> job.state() == StoredJob.State.DONE)
                .map(this::complete)
                .orElseGet(JobStatus.Unknown::new);
    }

    /** Forgets one with its result; what is being done for it is ended. False where this caller has none of this name. */
    public boolean giveUp(String ehr, Caller caller, String name) {
        Optional<StoredJob> job = find(ehr, caller, name);
        job.ifPresent(known -> kept().remove(known.id()));
        return job.isPresent();
    }

    private JobStatus complete(StoredJob job) {
        return kept().result(job.id())
                .map(JobResult::ofJson)
                .<JobStatus>map(result -> new JobStatus.Complete(result, job.expiresAt()))
                .orElseGet(JobStatus.Unknown::new);
    }

    private Optional<StoredJob> find(String ehr, Caller caller, String name) {
        String owner = owner(ehr, caller);
        return kept().find(hash(name))
                .filter(job -> job.ehr().equals(ehr) && job.owner().equals(owner))
                .filter(job -> job.expiresAt().isAfter(now()));
    }

    /** The client and its user; a token that is bound to another patient is another caller. */
    private static String owner(String ehr, Caller caller) {
        return hash(String.join(
                "\u001f",
                ehr,
                caller.clientId(),
                caller.subject(),
                caller.patient().orElse("")));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private KeptJobs kept() {
        return Objects.requireNonNull(kept);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
