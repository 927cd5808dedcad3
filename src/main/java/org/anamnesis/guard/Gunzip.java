package org.anamnesis.guard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.anamnesis.guard.RefusedInput.Reason;

/** Unpacks gzip within bounds: of the size that comes out, and of how many times more that is than what went in. */
public final class Gunzip extends InputStream {

    /** FHIR JSON packs to about a tenth; nothing honest packs to a hundredth once it is of some size. */
    private static final int MOST_RATIO = 100;

    private static final long RATIO_COUNTS_FROM_BYTES = 256 * 1024;

    private final Counted packed;
    private final GZIPInputStream unpacked;
    private final long most;
    private long out;

    /**
     * Unpacks a stream, which is closed with this one.
     *
     * @throws RefusedInput if it does not even begin as gzip
     */
    public Gunzip(InputStream in, Limits limits) throws IOException {
        super();
        this.packed = new Counted(in);
        this.most = limits.bytes();
        try {
            this.unpacked = new GZIPInputStream(packed, 8 * 1024);
        } catch (ZipException | java.io.EOFException notGzip) {
            throw new RefusedInput(Reason.MALFORMED);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got;
        try {
            got = unpacked.read(into, offset, length);
        } catch (ZipException | java.io.EOFException broken) {
            throw new RefusedInput(Reason.MALFORMED);
        }
        if (got > 0) {
            out += got;
            if (out > most) {
                throw new RefusedInput(Reason.TOO_LARGE);
            }
            if (out > RATIO_COUNTS_FROM_BYTES && out / MOST_RATIO > packed.count) {
                throw new RefusedInput(Reason.INFLATED);
            }
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count += Math.max(got, 0);
            return got;
        }
    }
}
