package org.anamnesis.sandbox.check;

/** Something that was checked does not hold. Its message says what, and never what stands in a chart. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    Broken(String message) {
        super(message);
    }

    /** Refuses what does not hold. */
    static void unless(boolean holds, String message) throws Broken {
        if (!holds) {
            throw new Broken(message);
        }
    }
}
