package org.anamnesis.reading;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Makes one patient's chart of FHIR resources: facts read, equal ones merged, put in order and given their ids. */
public final class ChartAssembly {

    private ChartAssembly() {}

    /**
     * @param patient whose chart it is
     * @param resources what was read of this patient, and what it refers to (medications); nobody else's
     * @param coverage what was asked and what came of it
     * @param asOf the moment that counts as "now"
     */
    public static Chart of(Patient patient, List<? extends Resource> resources, Coverage coverage, ClinicalTime asOf) {
        throw new UnsupportedOperationException(patient.fhirType() + resources.size() + coverage + asOf);
    }
}
