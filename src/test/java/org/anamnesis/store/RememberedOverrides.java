package org.anamnesis.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Persons' decisions kept in memory. */
public final class RememberedOverrides extends AcuityOverrides {

    private final List<AcuityOverride> decisions = new ArrayList<>();

    @Override
    public void keep(AcuityOverride decision) {
        decisions.add(decision);
    }

    @Override
    public Map<String, AcuityOverride> holding(String ehr, Collection<String> patients, Instant moment) {
        Map<String, AcuityOverride> newest = new HashMap<>();
        decisions.stream()
                .filter(decision -> decision.ehr().equals(ehr) && patients.contains(decision.patient()))
                .forEach(decision -> newest.put(decision.patient(), decision));
        newest.values().removeIf(decision -> !decision.holdsAt(moment));
        return newest;
    }

    @Override
    public List<AcuityOverride> history(String ehr, String patient) {
        return decisions.stream()
                .filter(decision ->
                        decision.ehr().equals(ehr) && decision.patient().equals(patient))
                .toList();
    }
}
