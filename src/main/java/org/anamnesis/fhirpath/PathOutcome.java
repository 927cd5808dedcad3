package org.anamnesis.fhirpath;

import java.util.List;
import org.hl7.fhir.r4.model.Base;

/** What an expression came to. */
public sealed interface PathOutcome {

    /** It was evaluated; a collection, possibly an empty one. */
    record Values(List<Base> values) implements PathOutcome {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** It is not FHIRPath as the engine knows it. */
    record Malformed() implements PathOutcome {}

    /** It is FHIRPath, and an error over this Bundle: many values where one is wanted, types that cannot be compared. */
    record Failed() implements PathOutcome {}
}
