package org.anamnesis.notes;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.notes.Unreadable.Reason;

/**
 * Reads the files of one chart, each on a thread of its own that is given up when its time is over. What a library does with a file it was
 * not made for (it throws, it recurses, it asks for all memory) ends that thread and nothing else.
 *
 * <p>Only so many threads work at a time, given-up ones included, so that files that cannot be stopped cannot take the server
 * either: while they run, others wait, and are not read when their own time is over.
 */
public final class Documents {

    private static final Semaphore THREADS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    /** Deep nesting needs a deep stack; more than this is an attack. */
    private static final long STACK = 2 << 20;

    private final DocumentLimits limits;
    private long leftNanos;

    /** Within the usual limits. */
    public Documents() {
        this(DocumentLimits.USUAL);
    }

    /** Within these limits. */
    public Documents(DocumentLimits limits) {
        this.limits = limits;
        this.leftNanos = limits.timeTogether().toNanos();
    }

    /**
     * The text of a file.
     *
     * @param bytes the file
     * @param contentType its media type as declared, with or without a character set; may be empty
     */
    public DocumentText read(byte[] bytes, String contentType) {
        if (bytes.length > limits.bytes()) {
            return unread(Reason.TOO_LARGE);
        }
        long started = System.nanoTime();
        try {
            return apart(bytes, contentType, Math.min(limits.time().toNanos(), leftNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unread(Reason.TIMEOUT);
        } catch (TimeoutException e) {
            return unread(Reason.TIMEOUT);
        } catch (ExecutionException e) {
            return unread(reasonOf(Objects.requireNonNullElse(e.getCause(), e)));
        } finally {
            leftNanos -= System.nanoTime() - started;
        }
    }

    private DocumentText apart(byte[] bytes, String contentType, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (nanos <= 0 || !THREADS.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            return unread(Reason.TIMEOUT);
        }
        FutureTask<DocumentText> task = new FutureTask<>(() -> {
            try {
                return new DocumentReader(limits).read(bytes, contentType);
            } finally {
                THREADS.release();
            }
        });
        Thread thread = new Thread(null, task, "document", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }

    private static DocumentText unread(Reason reason) {
        return new DocumentText.Unread(reason.word());
    }

    private static Reason reasonOf(Throwable failure) {
        return switch (failure) {
            case Unreadable known -> known.reason();
            case OutOfMemoryError full -> Reason.TOO_LARGE;
            default -> Reason.BROKEN;
        };
    }
}
