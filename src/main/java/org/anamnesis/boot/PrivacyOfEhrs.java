package org.anamnesis.boot;

import java.util.Set;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.privacy.ModelPrivacy;

/** What of an EHR's charts the models of this installation may see, by the EHR's settings. */
final class PrivacyOfEhrs {

    private PrivacyOfEhrs() {}

    /**
     * The strict rules where the EHR is not known.
     *
     * @param hosts all hosts that models of this installation run on
     */
    static ModelPrivacy of(EhrRegistry registry, String ehr, Set<String> hosts) {
        return registry.all().stream()
                .filter(known -> known.id().value().equals(ehr))
                .map(Ehr::models)
                .map(models -> new ModelPrivacy(models.labelsFor(hosts), models.pseudonyms()))
                .findFirst()
                .orElse(ModelPrivacy.STRICT);
    }
}
