package org.anamnesis.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was asked of the EHR and what came of it, one entry a search, in the plan's order; or, where a caller gave the chart,
 * what was in it.
 *
 * @param origin where the chart comes from
 * @param entries one for each search, or for each type of a chart that was given
 */
public record Coverage(Origin origin, List<Entry> entries) {

    public Coverage {
        entries = List.copyOf(entries);
    }

    /** The coverage of a chart that was read from the EHR. */
    public Coverage(List<Entry> entries) {
        this(Origin.EHR, entries);
    }

    /** Where a chart comes from. */
    public enum Origin {
        /** Read from the EHR. */
        EHR,
        /** Given by a caller: the EHR was not asked, and what is not in it may well be in the EHR. */
        CALLER
    }

    /** Whether everything asked for was read: nothing failed, was refused, or was cut off. */
    public boolean isComplete() {
        return entries.stream().allMatch(entry -> switch (entry.outcome()) {
            case Outcome.Found found -> found.unreadable() == 0;
            case Outcome.NoneRecorded ignored -> true;
            case Outcome.NotAsked ignored -> true;
            case Outcome.NotPermitted ignored -> false;
            case Outcome.Failed ignored -> false;
            case Outcome.CutOff ignored -> false;
        });
    }

    /** The searches that ended whole by all signs, but whose EHR gave no count to compare with. */
    public List<Entry> uncounted() {
        return entries.stream()
                .filter(entry -> entry.outcome() instanceof Outcome.Found found
                        && found.total().isEmpty())
                .toList();
    }

    /** The outcome for a resource type, where it stands in the plan. */
    public Optional<Outcome> of(String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .map(Entry::outcome)
                .findFirst();
    }

    /**
     * One line of the coverage.
     *
     * @param type the FHIR resource type
     * @param asked what was asked, in words, e.g. {@code laboratory, newest 500}
     * @param outcome what came of it
     */
    public record Entry(String type, String asked, Outcome outcome) {}

    /** What came of a search. The cases are never folded into one another, up to the screen. */
    public sealed interface Outcome {

        /** A stable word for callers. */
        String code();

        /** How many resources were read. */
        default int read() {
            return 0;
        }

        /** How many there are by the EHR's own count; empty where it is not known. */
        default OptionalInt total() {
            return OptionalInt.empty();
        }

        /**
         * All there is was read, as far as the EHR tells.
         *
         * @param read how many were read
         * @param unreadable how many were skipped: broken, or of another patient
         * @param total how many there are by the EHR's own count; empty where it gives none, so that nothing bears out that
         *     these are all
         */
        record Found(int read, int unreadable, OptionalInt total) implements Outcome {

            /** Read to the last by the EHR's own count. */
            public Found(int read, int unreadable) {
                this(read, unreadable, OptionalInt.of(read + unreadable));
            }

            @Override
            public String code() {
                return "found";
            }
        }

        /** The EHR answered, and holds none. */
        record NoneRecorded() implements Outcome {
            @Override
            public String code() {
                return "none-recorded";
            }
        }

        /** Left out on purpose. */
        record NotAsked(String reason) implements Outcome {
            @Override
            public String code() {
                return "not-asked";
            }
        }

        /** The EHR refused (401 or 403), or the granted scopes do not cover it. */
        record NotPermitted() implements Outcome {
            @Override
            public String code() {
                return "not-permitted";
            }
        }

        /**
         * The search failed.
         *
         * @param reason a stable word: {@code timeout}, {@code unreachable}, {@code http-500}, {@code unreadable-answer},
         *     {@code condition-ignored}
         * @param read how many resources had arrived before
         * @param total how many there are, where the EHR had said so before it failed
         */
        record Failed(String reason, int read, OptionalInt total) implements Outcome {

            /** Failed before the EHR said how many there are. */
            public Failed(String reason, int read) {
                this(reason, read, OptionalInt.empty());
            }

            @Override
            public String code() {
                return "failed";
            }
        }

        /**
         * There is more than was read, by our limit or the EHR's.
         *
         * @param read how many were read
         * @param total how many there are, where the EHR says
         */
        record CutOff(int read, OptionalInt total) implements Outcome {
            @Override
            public String code() {
                return "cut-off";
            }
        }
    }
}
