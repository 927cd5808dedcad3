package org.anamnesis.sandbox.charts;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The sentences a load says about a file. They name the file and the kind of fault, never what stands in it. */
final class Remarks {

    private Remarks() {}

    static String broken(String file, Throwable fault) {
        Throwable cause = fault instanceof UncheckedIOException && fault.getCause() != null ? fault.getCause() : fault;
        return "left out " + file + ": " + reason(cause);
    }

    static String brokenLine(String file, long line, Throwable fault) {
        return "left out line " + line + " of " + file + ": " + reason(fault);
    }

    static String refused(String file, Throwable fault) {
        return "the EHR refused a resource of " + file + ": " + reason(fault);
    }

    static String prefixed(String file, String prefix) {
        return file + " uses ids that another file uses for something else: its ids now start with " + prefix;
    }

    /** The first line of a message without what a parser quotes from the file. */
    private static String reason(Throwable fault) {
        @Nullable String message = fault.getMessage();
        if (message == null || message.isBlank()) {
            return fault.getClass().getSimpleName();
        }
        String line = message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "...")
                .replaceFirst("\\s*\\[?[Ss]ource:.*", "");
        return line.length() <= 160 ? line : line.substring(0, 160) + "...";
    }
}
