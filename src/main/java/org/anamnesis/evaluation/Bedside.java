package org.anamnesis.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.corpus.Item;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Writes the inputs of a row as the FHIR resources of one patient, in one of the shapes. */
final class Bedside {

    static final ClinicalTime NOW = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 12, 0), ZoneOffset.UTC);

    private static final String MEASURED = "2024-03-10T11:30:00Z";
    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final int YEAR = 2024;
    private static final String USUAL_AGE = "60";
    /** Of creatinine: micromoles a litre for a milligram a decilitre. */
    private static final BigDecimal MOLAR = new BigDecimal("88.4");

    private static final BigDecimal KILOPASCAL = new BigDecimal("0.133322");

    private final Shape shape;
    private final Patient patient = new Patient();
    private final List<Resource> resources = new ArrayList<>();
    private final Observation panel = new Observation();

    /** @param item the row: sex, age and the scale of oxygen saturation, where it has them */
    Bedside(Shape shape, Item item) {
        this.shape = shape;
        patient.setId("Patient/p");
        patient.setGender(AdministrativeGender.fromCode(item.text("sex").orElse("male")));
        int born = YEAR - Integer.parseInt(item.text("age").orElse(USUAL_AGE));
        patient.setBirthDateElement(new DateType(born + "-01-15"));
        finish(panel, coded("85353-1"));
        panel.setId("Observation/panel");
        if (item.text("scale").filter("2"::equals).isPresent()) {
            Flag target = new Flag().setStatus(Flag.FlagStatus.ACTIVE);
            target.setCode(new CodeableConcept().setText("Oxygen alert card: target SpO2 88 to 92%"));
            target.setPeriod(new Period().setStartElement(new DateTimeType("2023-12-07")));
            target.setId("Flag/target");
            resources.add(target);
        }
    }

    void respiratoryRate(String value) {
        write("9279-1", "Respiratory Rate", value, "/min");
    }

    void heartRate(String value) {
        write("8867-4", "Heart Rate", value, "/min");
    }

    void saturation(String value) {
        if (shape == Shape.OTHER_UNITS) {
            alone(
                    coded("2708-6"),
                    quantity(new BigDecimal(value).movePointLeft(2).toPlainString(), "1"));
        } else {
            write("59408-5", "O2 saturation pulseoxymetry", value, "%");
        }
    }

    void systolic(String value) {
        if (shape == Shape.OTHER_UNITS) {
            BigDecimal pascal = new BigDecimal(value).multiply(KILOPASCAL).setScale(2, RoundingMode.HALF_UP);
            alone(coded("8480-6"), quantity(pascal.toPlainString(), "kPa"));
        } else if (shape == Shape.UCUM) {
            Observation pressure = new Observation();
            finish(pressure, coded("85354-9"));
            pressure.addComponent().setCode(coded("8480-6")).setValue(quantity(value, "mm[Hg]"));
            pressure.addComponent().setCode(coded("8462-4")).setValue(quantity("60", "mm[Hg]"));
            resources.add(pressure);
        } else {
            write("8480-6", "Non Invasive Blood Pressure systolic", value, "mm[Hg]");
        }
    }

    void temperature(String value) {
        if (shape == Shape.OTHER_UNITS || shape == Shape.NAMES) {
            BigDecimal fahrenheit = new BigDecimal(value)
                    .multiply(BigDecimal.valueOf(9))
                    .divide(BigDecimal.valueOf(5), MathContext.DECIMAL64)
                    .add(BigDecimal.valueOf(32))
                    .setScale(1, RoundingMode.HALF_UP);
            CodeableConcept code =
                    shape == Shape.NAMES ? new CodeableConcept().setText("Temperature Fahrenheit") : coded("8310-5");
            alone(code, quantity(fahrenheit.toPlainString(), "[degF]"));
        } else {
            write("8310-5", "Temperature", value, "Cel");
        }
    }

    void oxygen(boolean given) {
        switch (shape) {
            case UCUM -> told("Supplemental oxygen", given ? "Nasal cannula 2 L/min" : "Room air");
            case OTHER_UNITS -> alone(coded("3150-6"), quantity(given ? "0.28" : "0.21", "1"));
            case PANEL -> part("3151-8", given ? "2" : "0", "L/min");
            case NAMES -> told("O2 Delivery Device(s)", given ? "Venti mask" : "None");
        }
    }

    /** @param letter of ACVPU */
    void consciousness(String letter) {
        if (shape == Shape.PANEL) {
            told("ACVPU", letter);
            return;
        }
        String words = switch (letter) {
            case "A" -> "Alert";
            case "C" -> "New confusion";
            case "V" -> "Responds to voice";
            case "P" -> "Responds to pain";
            default -> "Unresponsive";
        };
        alone(coded("80288-4"), new StringType(words));
    }

    void coma(String value) {
        write("9269-2", "Glasgow Coma Scale Total", value, "{score}");
    }

    void creatinine(String milligrams) {
        if (shape == Shape.OTHER_UNITS) {
            String micromoles = new BigDecimal(milligrams).multiply(MOLAR).toPlainString();
            alone(coded("14682-9"), quantity(micromoles, "umol/L"));
        } else {
            write("2160-0", "Creatinine", milligrams, "mg/dL");
        }
    }

    Chart chart() {
        List<Resource> all = new ArrayList<>(resources);
        Optional.of(panel).filter(Observation::hasComponent).ifPresent(all::add);
        return ChartAssembly.of(patient, all, new Coverage(List.of()), NOW);
    }

    private void write(String loinc, String name, String value, String unit) {
        switch (shape) {
            case PANEL -> part(loinc, value, unit);
            case NAMES -> alone(new CodeableConcept().setText(name), quantity(value, unit));
            case UCUM, OTHER_UNITS -> alone(coded(loinc), quantity(value, unit));
        }
    }

    private void part(String loinc, String value, String unit) {
        panel.addComponent().setCode(coded(loinc)).setValue(quantity(value, unit));
    }

    private void told(String name, String words) {
        alone(new CodeableConcept().setText(name), new StringType(words));
    }

    private void alone(CodeableConcept code, Type value) {
        Observation observation = new Observation();
        finish(observation, code);
        resources.add(observation.setValue(value));
    }

    private void finish(Observation observation, CodeableConcept code) {
        observation.setId("Observation/" + resources.size());
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.addCategory().addCoding().setCode("vital-signs");
        observation.setCode(code).setEffective(new DateTimeType(MEASURED));
    }

    private static CodeableConcept coded(String loinc) {
        return new CodeableConcept(new Coding(LOINC, loinc, loinc));
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(value))
                .setUnit(unit)
                .setSystem(UCUM)
                .setCode(unit);
    }
}
