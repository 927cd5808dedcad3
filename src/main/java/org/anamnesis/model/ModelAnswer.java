package org.anamnesis.model;

import java.util.List;

/** What came back from the models. */
public sealed interface ModelAnswer {

    /**
     * A model finished; nothing in the text has been checked.
     *
     * @param text what it wrote
     * @param model which one it was
     * @param before the models asked, or passed over, before it, and why they did not answer
     * @param usage what this answer cost
     */
    record Written(String text, ModelName model, List<Attempt> before, Usage usage) implements ModelAnswer {
        public Written {
            before = List.copyOf(before);
        }

        /** Its lines as a {@link LineConsumer} is given them. */
        public List<String> lines() {
            return Lines.of(text);
        }

        /** Never the text. */
        @Override
        public String toString() {
            return "Written[" + model + ", " + text.length() + " characters, before " + before + ", " + usage + "]";
        }
    }

    /**
     * No whole answer.
     *
     * @param reason why, of the last model that was truly asked, or else of the first
     * @param attempts every model in its turn, and why it did not answer; empty where none could be in question
     * @param partial the whole lines that the last one asked wrote before it failed; empty where there are none
     */
    record Failed(Reason reason, List<Attempt> attempts, String partial) implements ModelAnswer {
        public Failed {
            attempts = List.copyOf(attempts);
        }

        /** Never the text. */
        @Override
        public String toString() {
            return "Failed[" + reason + ", " + attempts + ", " + partial.length() + " characters]";
        }
    }

    /**
     * A model that did not answer.
     *
     * @param model which
     * @param cause why not
     * @param tries how often it was asked; 0 where it was passed over and no text went to it
     */
    record Attempt(ModelName model, Cause cause, int tries) {}

    /**
     * What an answer cost.
     *
     * @param in tokens of the prompt
     * @param out tokens of the answer
     * @param estimated whether the provider did not say, and the characters were counted instead
     */
    record Usage(long in, long out, boolean estimated) {

        static final Usage NONE = new Usage(0, 0, false);

        long total() {
            return in + out;
        }

        Usage plus(Usage other) {
            return new Usage(in + other.in, out + other.out, estimated || other.estimated);
        }
    }

    /** What kind of failure it is. */
    enum Reason {
        /** It cannot be reached, is overloaded, or answered an error. */
        UNAVAILABLE,
        /** It took longer than the settings allow. */
        TIMEOUT,
        /** It declined to answer. */
        REFUSED,
        /** It wrote more than the settings allow, or was cut off. */
        UNUSABLE,
        /** The user or the EHR has used up what an hour allows; no model was asked. */
        BUDGET,
        /** Who asked no longer waits. */
        CANCELLED
    }
}
