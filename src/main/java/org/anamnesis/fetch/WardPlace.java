package org.anamnesis.fetch;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a ward's patients are found: a Group that lists them, or a Location at which they have a current encounter.
 *
 * @param kind which of the two
 * @param id its logical id
 */
public record WardPlace(Kind kind, String id) {

    /** The resource that stands for a ward. */
    public enum Kind {
        GROUP("Group"),
        LOCATION("Location");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The FHIR resource type. */
        public String type() {
            return type;
        }

        /** By the FHIR resource type. */
        public static Optional<Kind> of(String type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type))
                    .findFirst();
        }
    }

    /** {@code Group/id} or {@code Location/id}. */
    public String reference() {
        return kind.type() + "/" + id;
    }
}
