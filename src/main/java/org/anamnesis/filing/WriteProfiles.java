package org.anamnesis.filing;

import java.util.Map;

/** How each EHR of this installation takes documents. */
public final class WriteProfiles {

    private final Map<String, WriteProfile> byEhr;

    /** @param byEhr by the EHR's id; the others are {@link WriteProfile#GENERIC} */
    public WriteProfiles(Map<String, WriteProfile> byEhr) {
        this.byEhr = Map.copyOf(byEhr);
    }

    WriteProfile of(String ehr) {
        return byEhr.getOrDefault(ehr, WriteProfile.GENERIC);
    }
}
