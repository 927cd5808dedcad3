package org.anamnesis.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A patient with the values of one row, written as FHIR in one of the shapes and read as any chart is. */
final class VectorChart {

    static final ClinicalTime MOMENT = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 12, 0), ZoneOffset.UTC);

    private static final String MEASURED_AT = "2024-03-10T11:30:00Z";
    private static final int YEAR = 2024;
    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final BigDecimal KILOPASCAL = new BigDecimal("0.133322");
    private static final BigDecimal MICROMOLES = new BigDecimal("88.4");

    private final VectorShape shape;
    private final Patient patient = new Patient();
    private final List<Resource> resources = new ArrayList<>();
    private final Observation panel = observation(coded("85353-1", "Vital signs panel"));

    /** A man of usual age, until the row says otherwise. */
    VectorChart(VectorShape shape) {
        this.shape = shape;
        patient.setId("Patient/vector");
        aged("60");
        patient.setGender(AdministrativeGender.MALE);
    }

    /** In full years. */
    void aged(String years) {
        patient.setBirthDateElement(new DateType(YEAR - Integer.parseInt(years) + "-01-15"));
    }

    void ageUnknown() {
        patient.setBirthDateElement(new DateType());
    }

    void sex(String gender) {
        patient.setGender(AdministrativeGender.fromCode(gender));
    }

    void sexUnknown() {
        patient.setGender(null);
    }

    /** Somebody prescribed the target of NEWS2's second scale. */
    void secondScale() {
        Flag flag = new Flag();
        flag.setStatus(Flag.FlagStatus.ACTIVE);
        flag.setCode(new CodeableConcept().setText("Oxygen alert card: target SpO2 88 to 92%"));
        flag.getPeriod().setStartElement(new DateTimeType("2023-12-07"));
        add(flag);
    }

    void respiratoryRate(String value) {
        write("9279-1", "Respiratory Rate", value, "/min", "breaths/minute");
    }

    void pulse(String value) {
        write("8867-4", "Heart Rate", value, "/min", "bpm");
    }

    void saturation(String percent) {
        if (shape == VectorShape.OTHER_UNITS) {
            measured("2708-6", new BigDecimal(percent).movePointLeft(2), "1");
        } else {
            write("59408-5", "O2 saturation pulseoxymetry", percent, "%", "%");
        }
    }

    void systolic(String mercury) {
        switch (shape) {
            case OTHER_UNITS ->
                measured(
                        "8480-6",
                        new BigDecimal(mercury).multiply(KILOPASCAL).setScale(2, RoundingMode.HALF_UP),
                        "kPa");
            case WORDS -> observed(named("Blood pressure"), new StringType(mercury + "/60 mmHg"));
            default -> write("8480-6", "Non Invasive Blood Pressure systolic", mercury, "mm[Hg]", "mmHg");
        }
    }

    void temperature(String celsius) {
        BigDecimal fahrenheit = new BigDecimal(celsius)
                .multiply(BigDecimal.valueOf(9))
                .divide(BigDecimal.valueOf(5), MathContext.DECIMAL64)
                .add(BigDecimal.valueOf(32))
                .setScale(1, RoundingMode.HALF_UP);
        switch (shape) {
            case OTHER_UNITS -> measured("8310-5", fahrenheit, "[degF]");
            case VENDOR_NAMES -> observed(named("Temperature Fahrenheit"), quantity(fahrenheit, "\u00b0F"));
            default -> write("8310-5", "Temperature Celsius", celsius, "Cel", "\u00b0C");
        }
    }

    void oxygen(boolean given) {
        switch (shape) {
            case UCUM -> told("Supplemental oxygen", given ? "Nasal cannula 2 L/min" : "Room air");
            case OTHER_UNITS -> measured("3150-6", new BigDecimal(given ? "0.28" : "0.21"), "1");
            case ONE_PANEL -> component("3151-8", new BigDecimal(given ? "2" : "0"), "L/min");
            case VENDOR_NAMES -> told("O2 Delivery Device(s)", given ? "Venti mask" : "None");
            case WORDS -> told("Air or oxygen", given ? "Oxygen" : "Air");
        }
    }

    /** A letter of ACVPU. */
    void consciousness(String letter) {
        if (shape == VectorShape.WORDS || shape == VectorShape.ONE_PANEL) {
            told("ACVPU", letter);
            return;
        }
        String words = switch (letter) {
            case "A" -> "Alert";
            case "C" -> "New confusion";
            case "V" -> "Responds to voice";
            case "P" -> "Responds to pain";
            case "U" -> "Unresponsive";
            default -> letter;
        };
        observed(coded("80288-4", "Level of consciousness"), new StringType(words));
    }

    void comaScore(String points) {
        write("9269-2", "Glasgow Coma Scale Total", points, "{score}", "points");
    }

    /** In mg/dL. */
    void creatinine(String mass) {
        BigDecimal molar = new BigDecimal(mass).multiply(MICROMOLES);
        switch (shape) {
            case OTHER_UNITS -> measured("14682-9", molar, "umol/L");
            case VENDOR_NAMES -> observed(named("Creatinine"), quantity(molar, "\u00b5mol/L"));
            default -> measured("2160-0", new BigDecimal(mass), "mg/dL");
        }
    }

    Chart chart() {
        if (panel.hasComponent()) {
            add(panel);
        }
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), MOMENT);
    }

    private void write(String loinc, String name, String value, String ucum, String unit) {
        switch (shape) {
            case ONE_PANEL -> component(loinc, new BigDecimal(value), ucum);
            case VENDOR_NAMES -> observed(named(name), quantity(new BigDecimal(value), unit));
            case WORDS -> observed(coded(loinc, name), new StringType(value + " " + unit));
            case UCUM, OTHER_UNITS -> measured(loinc, new BigDecimal(value), ucum);
        }
    }

    private void measured(String loinc, BigDecimal number, String unit) {
        observed(coded(loinc, loinc), quantity(number, unit));
    }

    private void told(String name, String words) {
        observed(named(name), new StringType(words));
    }

    private void component(String loinc, BigDecimal number, String unit) {
        panel.addComponent().setCode(coded(loinc, loinc)).setValue(quantity(number, unit));
    }

    private void observed(CodeableConcept code, Type value) {
        add(observation(code).setValue(value));
    }

    private void add(Resource resource) {
        resource.setId(resource.fhirType() + "/" + resources.size());
        resources.add(resource);
    }

    private static Observation observation(CodeableConcept code) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.addCategory().addCoding().setCode("vital-signs");
        observation.setCode(code);
        observation.setEffective(new DateTimeType(MEASURED_AT));
        return observation;
    }

    private static CodeableConcept coded(String loinc, String text) {
        return new CodeableConcept(new Coding(LOINC, loinc, text));
    }

    private static CodeableConcept named(String text) {
        return new CodeableConcept().setText(text);
    }

    private static Quantity quantity(BigDecimal number, String unit) {
        return new Quantity().setValue(number).setUnit(unit).setSystem(UCUM).setCode(unit);
    }
}
