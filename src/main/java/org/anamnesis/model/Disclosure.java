package org.anamnesis.model;

import java.util.Optional;

/** Records that chart text is about to go to a model, and what came of it. Of one request, whose models are asked one by one. */
@FunctionalInterface
public interface Disclosure {

    /**
     * Text is about to go; where it throws, it does not.
     *
     * @param host where the model is: the host of its endpoint and nothing else of it
     */
    void record(String model, String host, String promptVersion);

    /**
     * What came of the last one; where it throws, the answer is not used.
     *
     * @param cause why there is no whole answer; empty where there is one
     */
    default void came(Optional<Cause> cause) {}

    /** The record of what goes out under one version of the instructions. */
    default ModelCall.Disclosing under(String promptVersion) {
        Disclosure all = this;
        return new ModelCall.Disclosing() {
            @Override
            public void to(ModelName model, String host) {
                all.record(model.model(), host, promptVersion);
            }

            @Override
            public void came(Optional<Cause> cause) {
                all.came(cause);
            }
        };
    }
}
