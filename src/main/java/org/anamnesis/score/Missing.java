package org.anamnesis.score;

import java.time.Duration;
import java.util.List;

/**
 * An input that a score needs and does not have.
 *
 * @param name the input, in words
 * @param why what is known of it
 */
public record Missing(String name, Why why) {

    /** E.g. {@code respiratory rate: older than 6 h, last seen 18 per minute (20 Jun 2018 06:45, V3)}. */
    public String sentence() {
        return name + ": " + why.words();
    }

    /** Why an input is missing. The cases are never folded into one another. */
    public sealed interface Why {

        /** For people. */
        String words();

        /** The chart was read and does not say. */
        record NotRecorded() implements Why {
            @Override
            public String words() {
                return "not recorded";
            }
        }

        /** The last value is too old to count. */
        record Outdated(Measured<?> last, Duration limit) implements Why {
            @Override
            public String words() {
                return "older than " + Elapsed.words(limit) + ", last seen " + last.shown();
            }
        }

        /** There are values, and none can be taken. */
        record OnlyRefused(List<Refusal> refusals) implements Why {

            public OnlyRefused {
                refusals = List.copyOf(refusals);
            }

            @Override
            public String words() {
                return "no other value than " + refusals.getFirst().shown();
            }
        }

        /**
         * The part of the chart it would stand in was not read in full.
         *
         * @param outcome the coverage's word: {@code not-asked}, {@code not-permitted}, {@code failed}, {@code cut-off},
         *     or {@code not-given} where a caller gave the chart without it
         */
        record NotRead(String outcome) implements Why {
            @Override
            public String words() {
                return "not found in what was read (" + outcome + ")";
            }
        }

        /** Something a person must judge and write down. */
        record ForAPerson(String question) implements Why {
            @Override
            public String words() {
                return "not recorded; to be added by a person: " + question;
            }
        }
    }
}
