package org.anamnesis.deidentification;

import java.util.List;

/** Finds identifiers of some kinds. */
interface Recognizer {

    /**
     * What it finds.
     *
     * @param known what others found before: their characters are not taken a second time
     */
    List<Found> find(String text, List<Found> known);
}
