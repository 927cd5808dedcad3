package org.anamnesis.boot;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.fetch.SearchPlan;
import org.anamnesis.fetch.SearchPlanFile;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.fetch.WrongPlan;

/** The search plans that the EHRs' settings name, read when the product is deployed; a wrong one stops it there. */
final class PlansOfEhrs {

    private PlansOfEhrs() {}

    static SearchPlans read(EhrRegistry registry) {
        Map<URI, SearchPlan> byBase = new HashMap<>();
        for (Ehr ehr : registry.all()) {
            ehr.searchPlan().ifPresent(file -> byBase.put(ehr.fhirBase(), read(ehr, file)));
        }
        return new SearchPlans(byBase);
    }

    private static SearchPlan read(Ehr ehr, Path file) {
        try {
            return SearchPlanFile.read(file);
        } catch (WrongPlan wrong) {
            throw new WrongSetting(
                    EhrSettings.searchPlanKey(ehr.id()),
                    "names a search plan that cannot be used (" + wrong.getMessage() + ")",
                    "the path of a plan as docs/chart-reading.md describes it");
        }
    }
}
