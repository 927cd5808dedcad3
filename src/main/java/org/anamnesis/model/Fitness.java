package org.anamnesis.model;

import java.util.Optional;

/**
 * What the probe found.
 *
 * @param state how it stands
 * @param why the stable word of what went wrong, where something did
 */
public record Fitness(State state, Optional<String> why) {

    /** How a model stands with the probe. */
    public enum State {
        /** There is no probe: every model is asked. */
        NOT_PROBED("not-probed"),
        /** It was not reached yet; it is probed before it is asked. */
        UNTESTED("untested"),
        /** It answered in the format. */
        FIT("fit"),
        /** It did not, and is passed over. */
        UNFIT("unfit");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** A stable word. */
        public String word() {
            return word;
        }
    }

    static Fitness of(State state) {
        return new Fitness(state, Optional.empty());
    }
}
