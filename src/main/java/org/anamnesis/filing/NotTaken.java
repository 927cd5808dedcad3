package org.anamnesis.filing;

/** The EHR did not take something that a document needs. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Sent.No no;

    NotTaken(Sent.No no) {
        super("http-" + no.status(), null, false, false);
        this.no = no;
    }

    Sent.No no() {
        return no;
    }
}
