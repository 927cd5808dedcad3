package org.anamnesis.score;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A patient on a ward, written as FHIR resources and read as a chart, in the words of the clinic. */
public final class Ward {

    /** The moment at which the tests ask, unless they say another. */
    public static final ClinicalTime NOON = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 12, 0), ZoneOffset.UTC);

    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";

    private final Patient patient = new Patient();
    private final List<Resource> resources = new ArrayList<>();
    private final List<Coverage.Entry> coverage = new ArrayList<>();
    private String time = "2024-03-10T11:30:00Z";

    private Ward() {
        patient.setId("Patient/p");
    }

    /** A man of 60. */
    public static Ward aMan() {
        return new Ward().born("1964-01-02").sex(AdministrativeGender.MALE);
    }

    /** A woman of 30. */
    public static Ward aWoman() {
        return new Ward().born("1994-01-02").sex(AdministrativeGender.FEMALE);
    }

    public static Ward somebody() {
        return new Ward();
    }

    public Ward born(String date) {
        patient.setBirthDateElement(new DateType(date));
        return this;
    }

    public Ward sex(AdministrativeGender sex) {
        patient.setGender(sex);
        return this;
    }

    /** What follows was written at this time. */
    public Ward at(String time) {
        this.time = time;
        return this;
    }

    public Ward measured(String loinc, String number, String unit) {
        return observed(code(loinc, loinc), quantity(number, unit));
    }

    /** As a vendor without codes writes it. */
    public Ward named(String name, String number, String unit) {
        return observed(new CodeableConcept().setText(name), quantity(number, unit));
    }

    public Ward said(String loinc, String words) {
        return observed(code(loinc, loinc), new StringType(words));
    }

    public Ward told(String name, String words) {
        return observed(new CodeableConcept().setText(name), new StringType(words));
    }

    public Ward answered(String loinc, String system, String code, String display) {
        return observed(code(loinc, loinc), new CodeableConcept(new Coding(system, code, display)));
    }

    public Ward pressure(String systolic, String diastolic, String unit) {
        Observation panel = observation(code("85354-9", "Blood pressure panel"));
        panel.addComponent().setCode(code("8480-6", "Systolic")).setValue(quantity(systolic, unit));
        panel.addComponent().setCode(code("8462-4", "Diastolic")).setValue(quantity(diastolic, unit));
        return this;
    }

    /** One observation with parts, each a LOINC code with a number and a unit. */
    public Ward panel(String loinc, String... parts) {
        Observation panel = observation(code(loinc, loinc));
        for (int part = 0; part < parts.length; part += 3) {
            panel.addComponent()
                    .setCode(code(parts[part], parts[part]))
                    .setValue(quantity(parts[part + 1], parts[part + 2]));
        }
        return this;
    }

    /** Usual values of everything NEWS2 asks for. */
    public Ward well() {
        return measured("9279-1", "16", "/min")
                .measured("59408-5", "98", "%")
                .told("Supplemental oxygen", "Room air")
                .pressure("120", "70", "mm[Hg]")
                .measured("8867-4", "70", "/min")
                .said("80288-4", "Alert")
                .measured("8310-5", "37.0", "Cel");
    }

    public Ward has(String problem, String since) {
        Condition condition = new Condition();
        condition.setId("Condition/" + resources.size());
        condition.setCode(new CodeableConcept().setText(problem));
        condition.getClinicalStatus().addCoding().setCode("active");
        condition.setOnset(new DateTimeType(since));
        resources.add(condition);
        return this;
    }

    public Ward takes(String medicine) {
        MedicationRequest order = new MedicationRequest();
        order.setId("MedicationRequest/" + resources.size());
        order.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE);
        order.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
        order.setMedication(new CodeableConcept().setText(medicine));
        order.setAuthoredOnElement(new DateTimeType("2024-01-05"));
        resources.add(order);
        return this;
    }

    public Ward underwent(String procedure, String on) {
        Procedure done = new Procedure();
        done.setId("Procedure/" + resources.size());
        done.setStatus(Procedure.ProcedureStatus.COMPLETED);
        done.setCode(new CodeableConcept().setText(procedure));
        done.setPerformed(new DateTimeType(on));
        resources.add(done);
        return this;
    }

    public Ward alert(String words, String from, String until) {
        Flag flag = new Flag();
        flag.setId("Flag/" + resources.size());
        flag.setStatus(until.isEmpty() ? Flag.FlagStatus.ACTIVE : Flag.FlagStatus.INACTIVE);
        flag.setCode(new CodeableConcept().setText(words));
        Period period = new Period().setStartElement(new DateTimeType(from));
        flag.setPeriod(until.isEmpty() ? period : period.setEndElement(new DateTimeType(until)));
        resources.add(flag);
        return this;
    }

    public Ward with(Resource resource) {
        resources.add(resource);
        return this;
    }

    public Ward covered(String type, Coverage.Outcome outcome) {
        coverage.add(new Coverage.Entry(type, "all", outcome));
        return this;
    }

    public Chart chart() {
        return ChartAssembly.of(patient, resources, new Coverage(coverage), NOON);
    }

    /** What a score comes to at noon. */
    public Outcome outcome(Score score) {
        return Scores.of(chart()).at(score, NOON).outcome();
    }

    /** A score that is expected to be computable. */
    public Outcome.Computed computed(Score score) {
        return switch (outcome(score)) {
            case Outcome.Computed computed -> computed;
            case Outcome other -> throw new AssertionError("a score was expected, not " + other);
        };
    }

    /** A score that is expected to lack something. */
    public Outcome.NotComputable lacking(Score score) {
        return switch (outcome(score)) {
            case Outcome.NotComputable lacking -> lacking;
            case Outcome other -> throw new AssertionError("a score without an input was expected, not " + other);
        };
    }

    /** The total of a score that is expected to be computable. */
    public String total(Score score) {
        return computed(score).total().toPlainString();
    }

    /** The last resource written. */
    public Resource last() {
        return resources.getLast();
    }

    public static CodeableConcept code(String loinc, String text) {
        return new CodeableConcept(new Coding(LOINC, loinc, text));
    }

    /** A quantity; a unit in UCUM's spelling is a code too. */
    public static Quantity quantity(String number, String unit) {
        Quantity quantity = new Quantity();
        quantity.setValue(new BigDecimal(number));
        if (!unit.isEmpty()) {
            quantity.setUnit(unit).setSystem(UCUM).setCode(unit);
        }
        return quantity;
    }

    public Ward observed(CodeableConcept code, Type value) {
        observation(code).setValue(value);
        return this;
    }

    private Observation observation(CodeableConcept code) {
        Observation observation = new Observation();
        observation.setId("Observation/" + resources.size());
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.addCategory().addCoding().setCode("vital-signs");
        observation.setCode(code);
        observation.setEffective(new DateTimeType(time));
        resources.add(observation);
        return observation;
    }
}
