package org.anamnesis.sandbox.ehr;

/** Starts the EHR alone. */
public final class EhrMain {

    private EhrMain() {}

    /** Options: {@code --port}, {@code --product-base}, {@code --data}. */
    public static void main(String[] arguments) {
        long t = System.nanoTime();
        Ehr.start(EhrSettings.usual());
        System.out.println("ready " + (System.nanoTime() - t) / 1_000_000);
    }
}
