package org.anamnesis.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who wrote a draft. Text made by rules is never called a model's, nor the reverse. */
public sealed interface Authorship {

    /** {@code model} or {@code rules}. */
    String code();

    /** The models in the order in which they were asked, or passed over, and what came of it; empty where none was wanted. */
    List<ModelTry> tried();

    /**
     * A language model wrote it.
     *
     * @param model the model's name as configured
     * @param promptVersion the instructions' name and version
     * @param promptHash SHA-256 of the instructions
     * @param tried every model's turn in order, those of what was put right and of a second opinion behind the writer's own
     */
    record ByModel(String model, String promptVersion, String promptHash, List<ModelTry> tried) implements Authorship {

        public ByModel {
            tried = List.copyOf(tried);
        }

        /** Of a model of which no turns are told. */
        public ByModel(String model, String promptVersion, String promptHash) {
            this(model, promptVersion, promptHash, List.of());
        }

        /** The same with what models were asked of its text afterwards. */
        public ByModel followedBy(List<ModelTry> turns) {
            return new ByModel(
                    model,
                    promptVersion,
                    promptHash,
                    Stream.concat(tried.stream(), turns.stream()).toList());
        }

        @Override
        public String code() {
            return "model";
        }
    }

    /**
     * Rules composed it.
     *
     * @param insteadOfModel why a model that was asked for did not write it
     * @param tried every model's turn
     */
    record ByRules(Optional<Fallback> insteadOfModel, List<ModelTry> tried) implements Authorship {

        public ByRules {
            tried = List.copyOf(tried);
        }

        /** Of rules where no model had a turn. */
        public ByRules(Optional<Fallback> insteadOfModel) {
            this(insteadOfModel, List.of());
        }

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
