package org.anamnesis.guard;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bodies with an end: streams that refuse to give more than a limit of bytes. */
public final class Body {

    private static final int CHUNK = 16 * 1024;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Body() {}

    /** All of a stream, or a refusal once it has given more bytes than the limit; memory stays within the limit. */
    public static byte[] readAll(InputStream in, Limits limits) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(CHUNK);
        bounded(in, limits.bytes()).transferTo(all);
        return all.toByteArray();
    }

    /** The stream itself, refusing at the first byte beyond the limit. */
    public static InputStream bounded(InputStream in, long most) {
        return new Bounded(in, most);
    }

    /**
     * A bounded body as text: UTF-8 without a byte order mark and nothing else. What is malformed raises a
     * {@link java.nio.charset.CharacterCodingException} when it is met.
     */
    static Reader text(InputStream in, Limits limits) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        PushbackReader reader = new PushbackReader(new InputStreamReader(bounded(in, limits.bytes()), strict));
        int first = reader.read();
        if (first == BYTE_ORDER_MARK || first == 0) {
            throw new RefusedInput(RefusedInput.Reason.ENCODING);
        }
        if (first >= 0) {
            reader.unread(first);
        }
        return reader;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long bytes) throws RefusedInput {
            left -= bytes;
            if (left < 0) {
                throw new RefusedInput(RefusedInput.Reason.TOO_LARGE);
            }
        }
    }
}
