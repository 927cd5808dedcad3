package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is sent when the container's buffer is full, and at its end. HAPI's JSON writer flushes after every value: to
 * the network each was a frame of some ten bytes, and on a ward's summary a fifth of the processor's time.
 */
final class UnhurriedResponse extends HttpServletResponseWrapper {

    private @Nullable PrintWriter writer;

    UnhurriedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter made = writer;
        if (made == null) {
            made = new PrintWriter(new Unhurried(super.getWriter()));
            writer = made;
        }
        return made;
    }

    private static final class Unhurried extends FilterWriter {

        private Unhurried(Writer out) {
            super(out);
        }

        @Override
        public void flush() {
            // The container does, when there is enough of it and at the end.
        }
    }
}
