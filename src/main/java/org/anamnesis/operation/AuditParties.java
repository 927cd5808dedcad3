package org.anamnesis.operation;

import java.util.stream.Collectors;
import org.anamnesis.balp.Parties;
import org.anamnesis.ehr.EhrRegistry;

/** Who talks with whom, by this installation's settings. */
final class AuditParties {

    private AuditParties() {}

    static Parties of(EhrRegistry registry) {
        return new Parties(
                registry.baseUrl().toString(),
                registry.all().stream()
                        .collect(Collectors.toMap(
                                ehr -> ehr.id().value(), ehr -> ehr.fhirBase().toString())));
    }
}
