package org.anamnesis.review;

/** A kept signature is not the one that was made: signer, time, patient, visit or text was changed beside the product. */
public final class BrokenSignature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSignature() {
        super("a kept signature is not the one that was made", null, false, false);
    }
}
