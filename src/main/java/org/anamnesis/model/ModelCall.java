package org.anamnesis.model;

import java.util.Optional;

/**
 * On whose behalf and for what a model is asked.
 *
 * @param purpose what the answer is for, e.g. {@code brief}; chooses the route
 * @param caller who asks
 * @param disclosing is told before the text goes to a model; where it throws, the text does not go
 * @param cancellation ends the call early
 * @param by when it must be over at the latest; the gateway's own time counts too
 * @param only the one model that may be asked, by its name in this installation, where no other will do
 */
public record ModelCall(
        String purpose,
        Caller caller,
        Disclosing disclosing,
        Cancellation cancellation,
        Optional<Deadline> by,
        Optional<String> only) {

    /**
     * Who asks. Both words only ever count requests; they go to no model.
     *
     * @param ehr the EHR's short name
     * @param user client and user
     */
    public record Caller(Optional<String> ehr, Optional<String> user) {

        /** Nobody in particular: no budget counts. */
        public static final Caller UNKNOWN = new Caller(Optional.empty(), Optional.empty());

        /** A user of an EHR. */
        public static Caller of(String ehr, String user) {
            return new Caller(Optional.of(ehr), Optional.of(user));
        }
    }

    /** Hears which model the text is about to go to, and what came of it: the record of the disclosure. */
    @FunctionalInterface
    public interface Disclosing {
        /** @param host the host of the model's endpoint */
        void to(ModelName model, String host);

        /**
         * The same model's turn is over; where this throws, its answer is not given.
         *
         * @param cause why it gave no whole answer; empty where it did
         */
        default void came(Optional<Cause> cause) {}
    }

    /** A call with neither record nor cancellation. */
    public static ModelCall of(String purpose, Caller caller) {
        return new ModelCall(
                purpose, caller, (model, host) -> {}, new Cancellation(), Optional.empty(), Optional.empty());
    }

    /** The same call, recorded. */
    public ModelCall disclosing(Disclosing record) {
        return new ModelCall(purpose, caller, record, cancellation, by, only);
    }

    /** The same call for something else. */
    public ModelCall toward(String other) {
        return new ModelCall(other, caller, disclosing, cancellation, by, only);
    }

    /** The same call, which can be ended early. */
    public ModelCall cancelledBy(Cancellation end) {
        return new ModelCall(purpose, caller, disclosing, end, by, only);
    }

    /** The same call, which must be over by then: what is asked in several calls is waited for once. */
    public ModelCall by(Deadline latest) {
        return new ModelCall(purpose, caller, disclosing, cancellation, Optional.of(latest), only);
    }

    /** The same call to one model and no other, so that what it adds to is by one model. It must be on the route. */
    public ModelCall only(ModelName model) {
        return new ModelCall(purpose, caller, disclosing, cancellation, by, Optional.of(model.name()));
    }
}
