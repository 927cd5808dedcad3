package org.anamnesis.notes;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.notes.Unreadable.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one chart. What a library has to open is opened on a thread of its own that is given up when its time is
 * over: what the library does with a file it was not made for (it throws, it recurses, it asks for all memory) ends that thread
 * and nothing else.
 *
 * <p>Only so many threads work at a time, given-up ones included, so that files that cannot be stopped do not take the server:
 * while they run, others wait, and are not read when their own time is over. Plain text needs no library and never waits.
 */
public final class Documents {

    private static final Semaphore THREADS =
            new Semaphore(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
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
        Format format = Format.of(bytes, contentType);
        return switch (format) {
            case PICTURE -> unread(Reason.NO_TEXT);
            case UNKNOWN -> unread(Reason.UNKNOWN_FORMAT);
            case PLAIN -> plain(bytes, contentType);
            case HTML, CDA, DOCX, RTF, PDF -> timed(() -> new DocumentReader(limits).read(format, bytes, contentType));
        };
    }

    private DocumentText plain(byte[] bytes, String contentType) {
        try {
            return new DocumentReader(limits).plain(bytes, contentType);
        } catch (Unreadable known) {
            return unread(known.reason());
        }
    }

    private DocumentText timed(Callable<DocumentText> reading) {
        long started = System.nanoTime();
        try {
            return apart(reading, Math.min(limits.time().toNanos(), leftNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unread(Reason.TIMEOUT);
        } catch (TimeoutException e) {
            return unread(Reason.TIMEOUT);
        } catch (ExecutionException e) {
            return unread(reasonOf(e.getCause()));
        } finally {
            leftNanos -= System.nanoTime() - started;
        }
    }

    private static DocumentText apart(Callable<DocumentText> reading, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (nanos <= 0 || !THREADS.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            return unread(Reason.TIMEOUT);
        }
        FutureTask<DocumentText> task = new FutureTask<>(reading);
        Thread thread = new Thread(null, () -> run(task), "document", STACK);
        thread.setDaemon(true);
        boolean running = false;
        try {
            thread.start();
            running = true;
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
            if (!running) {
                THREADS.release();
            }
        }
    }

    private static void run(FutureTask<DocumentText> task) {
        try {
            task.run();
        } finally {
            THREADS.release();
        }
    }

    private static DocumentText unread(Reason reason) {
        return new DocumentText.Unread(reason.word());
    }

    private static Reason reasonOf(@Nullable Throwable failure) {
        if (failure instanceof Unreadable known) {
            return known.reason();
        }
        return failure instanceof OutOfMemoryError ? Reason.TOO_LARGE : Reason.BROKEN;
    }
}
