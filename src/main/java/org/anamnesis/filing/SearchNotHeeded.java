package org.anamnesis.filing;

/** Nobody can say that a resource is not there: a search does not say what is not there, or the rest is on another page. */
final class SearchNotHeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchNotHeeded() {
        super("a search does not say what is not there", null, false, false);
    }
}
