package org.anamnesis.sandbox.ehr;

/**
 * How much of a load reached the database.
 *
 * @param bundles the Bundles read
 * @param resources the resources written
 */
public record Loaded(int bundles, int resources) {

    /** Nothing yet. */
    public static final Loaded NOTHING = new Loaded(0, 0);

    /** One Bundle more, with so many resources. */
    public Loaded and(int resourcesOfOneBundle) {
        return new Loaded(bundles + 1, resources + resourcesOfOneBundle);
    }
}
