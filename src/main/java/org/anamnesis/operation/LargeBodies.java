package org.anamnesis.operation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Lets in only so many large bodies at a time as the memory bears: a chart of the largest size takes some hundred megabytes
 * once it is parsed, and its place is given back when it is answered.
 */
final class LargeBodies {

    /** From here on a body is a large one. */
    static final int FROM_BYTES = 1 << 20;

    /** What a body takes at most that the guard lets pass: measured with as many values as it may have. */
    private static final long HEAP_OF_ONE_BYTES = 400L << 20;

    private final Semaphore places;

    LargeBodies(int places) {
        this.places = new Semaphore(places);
    }

    /** As many as the heap of this process bears. */
    static LargeBodies ofThisHeap() {
        return new LargeBodies(Math.toIntExact(Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_OF_ONE_BYTES)));
    }

    /** A body on its way in; closing it gives its place back, if it took one. */
    Admission admit(InputStream body) {
        return new Admission(body);
    }

    /** There is no place for one more. */
    static final class NoPlace extends IOException {

        private static final long serialVersionUID = 1L;

        NoPlace() {
            super("no place for another large body");
        }
    }

    final class Admission extends FilterInputStream {

        private long read;
        private boolean hasPlace;

        private Admission(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > FROM_BYTES && !hasPlace) {
                hasPlace = places.tryAcquire();
                if (!hasPlace) {
                    throw new NoPlace();
                }
            }
        }

        /** The stream itself is the container's to close. */
        @Override
        public void close() {
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }
    }
}
