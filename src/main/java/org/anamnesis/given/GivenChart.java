package org.anamnesis.given;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Visit;
import org.anamnesis.reading.ChartAssembly;
import org.anamnesis.reading.VisitReader;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** One patient's chart as a caller gave it; only {@link GivenCharts} makes one. */
public final class GivenChart {

    private final Patient patient;
    private final List<Resource> others;
    private final Coverage coverage;
    private final String base;

    GivenChart(Patient patient, List<Resource> others, Coverage coverage, String base) {
        this.patient = patient;
        this.others = List.copyOf(others);
        this.coverage = coverage;
        this.base = base;
    }

    /** The logical id of the patient. */
    public String patient() {
        return patient.getIdElement().getIdPart();
    }

    /** The chart, as of a moment. */
    public Chart chart(ClinicalTime asOf) {
        return ChartAssembly.of(patient, others, coverage, asOf);
    }

    /** What it was made of, the Patient first. */
    public List<Resource> resources() {
        return Stream.concat(Stream.of(patient), others.stream()).toList();
    }

    /** The base against which the references in it are to be read. */
    public String base() {
        return base;
    }

    /** One of its encounters. */
    public Optional<Visit> visit(String id) {
        return others.stream()
                .filter(Encounter.class::isInstance)
                .filter(encounter -> id.equals(encounter.getIdElement().getIdPart()))
                .findFirst()
                .flatMap(encounter -> VisitReader.read((Encounter) encounter, base));
    }
}
