package org.anamnesis.notes;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.notes.Unreadable.Reason;

/**
 * Reads files, each on a thread of its own that is given up when its time is over. What a library does with a file it was
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

    public Documents(DocumentLimits limits) {
        this.limits = limits;
    }

    /**
     * The text of a file.
     *
     * @param bytes the file
     * @param contentType its media type as declared, with or without a character set; may be empty
     */
    public DocumentText read(byte[] bytes, String contentType) {
        if (bytes.length > limits.bytes()) {
            return new DocumentText.Unread(Reason.TOO_LARGE.word());
        }
        try {
            return THREADS.tryAcquire(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                    ? readApart(bytes, contentType)
                    : new DocumentText.Unread(Reason.TIMEOUT.word());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DocumentText.Unread(Reason.TIMEOUT.word());
        } catch (ExecutionException e) {
            return new DocumentText.Unread(reasonOf(e.getCause()).word());
        }
    }

    private DocumentText readApart(byte[] bytes, String contentType) throws InterruptedException, ExecutionException {
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
            return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new DocumentText.Unread(Reason.TIMEOUT.word());
        } finally {
            task.cancel(true);
        }
    }

    private static Reason reasonOf(Throwable failure) {
        return switch (failure) {
            case Unreadable known -> known.reason();
            case OutOfMemoryError full -> Reason.TOO_LARGE;
            default -> Reason.BROKEN;
        };
    }
}
