package org.anamnesis.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A stream that ends in a timeout when the deadline is over, however slowly it drips. */
final class TimedStream extends FilterInputStream {

    private final Deadline deadline;

    TimedStream(InputStream in, Deadline deadline) {
        super(in);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        return super.read(into, offset, length);
    }

    private void check() throws InterruptedIOException {
        if (deadline.isOver()) {
            throw new InterruptedIOException("deadline over");
        }
    }
}
