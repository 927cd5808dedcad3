package org.anamnesis.sandbox.model;

import java.time.Duration;
import java.util.List;

/** What the stand-in does with one request. */
sealed interface Reply {

    /**
     * Writes a text and ends.
     *
     * @param text the answer's content
     * @param finishReason OpenAI's word for why it ended
     * @param pause the time between two pieces of a streamed answer
     * @param pieceCharacters how long a piece of a streamed answer is
     * @param planted the sentences that are false on purpose, or that no careful reader may let through
     */
    record Written(String text, String finishReason, Duration pause, int pieceCharacters, List<String> planted)
            implements Reply {

        private static final int PIECE_CHARACTERS = 48;

        static Written of(List<Statement> statements, List<Statement> planted) {
            return of(
                    lines(statements),
                    "stop",
                    planted.stream().map(Statement::text).toList());
        }

        static Written of(String text, String finishReason, List<String> planted) {
            return new Written(text, finishReason, Duration.ZERO, PIECE_CHARACTERS, planted);
        }

        static String lines(List<Statement> statements) {
            var lines = new StringBuilder();
            statements.forEach(statement -> lines.append(statement.json()).append('\n'));
            return lines.toString();
        }
    }

    /** Writes the same text again and again until the client hangs up. */
    record Endless(String text) implements Reply {}

    /** Accepts the request and says nothing until the client's patience or the stand-in ends. */
    record Silence() implements Reply {}

    /** Answers an error. */
    record Refused(int status, String type, String message) implements Reply {}
}
