package org.anamnesis.draft;

import java.util.Optional;

/** Who wrote a draft. Text made by rules is never called a model's, nor the reverse. */
public sealed interface Authorship {

    /** {@code model} or {@code rules}. */
    String code();

    /**
     * A language model wrote it.
     *
     * @param model the model's name as configured
     * @param promptVersion the instructions' name and version
     * @param promptHash SHA-256 of the instructions
     */
    record ByModel(String model, String promptVersion, String promptHash) implements Authorship {
        @Override
        public String code() {
            return "model";
        }
    }

    /**
     * Rules composed it.
     *
     * @param insteadOfModel why a model that was asked for did not write it
     */
    record ByRules(Optional<Fallback> insteadOfModel) implements Authorship {
        @Override
        public String code() {
            return "rules";
        }
    }

    /** Why rules wrote what a model was asked for. */
    enum Fallback {
        UNAVAILABLE("model-unavailable"),
        TIMEOUT("model-timeout"),
        REFUSED("model-refused"),
        UNUSABLE("model-unusable"),
        BUDGET("model-budget"),
        /** A consent of the patient denies it. */
        DENIED("denied-by-consent");

        private final String code;

        Fallback(String code) {
            this.code = code;
        }

        /** A stable word for callers. */
        public String code() {
            return code;
        }
    }
}
