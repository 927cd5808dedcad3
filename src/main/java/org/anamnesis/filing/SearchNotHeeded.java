package org.anamnesis.filing;

/** The EHR answered a search by identifier with resources that do not have it. */
final class SearchNotHeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchNotHeeded() {
        super("a search by identifier found others", null, false, false);
    }
}
