package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.junit.jupiter.api.Test;

/** The exact values that lie beside the project, written as FHIR in the shapes that EHRs send. */
class VectorsTest {

    /** How an EHR may write the vital signs of one row. */
    private enum Shape {
        UCUM,
        FAHRENHEIT_KILOPASCAL_FRACTION,
        ONE_PANEL,
        VENDOR_NAMES,
        WORDS
    }

    private static final List<BiConsumer<Map<String, String>, WardWriter>> INPUTS = List.of(
            (row, to) -> to.rate(row.get("rr")),
            (row, to) -> to.saturation(row.get("spo2")),
            (row, to) -> to.oxygen(row.get("o2")),
            (row, to) -> to.pressure(row.get("sbp")),
            (row, to) -> to.pulse(row.get("hr")),
            (row, to) -> to.consciousness(row.get("acvpu")),
            (row, to) -> to.temperature(row.get("temp")));

    @Test
    void everyNews2VectorIsExactInEveryShape() throws IOException {
        for (Map<String, String> row : SharedVectors.rows("scores", "news2_vectors")) {
            for (Shape shape : Shape.values()) {
                Outcome.Computed score = news2(row, shape).computed(Scores.NEWS2);
                assertThat(score.total().toPlainString())
                        .as("%s as %s", row, shape)
                        .isEqualTo(row.get("total"));
                assertThat(score.band().name()).as("%s as %s", row, shape).isEqualTo(row.get("risk"));
                assertThat(score.components().stream()
                                .map(part -> part.points().toPlainString())
                                .toList())
                        .as("%s as %s", row, shape)
                        .containsExactly(
                                row.get("s_rr"),
                                row.get("s_spo2"),
                                row.get("s_o2"),
                                row.get("s_sbp"),
                                row.get("s_hr"),
                                row.get("s_cns"),
                                row.get("s_temp"));
            }
        }
    }

    @Test
    void everyCombinationOfMissingNews2InputsIsNotComputableAndNamesThem() throws IOException {
        Map<String, String> row = SharedVectors.rows("scores", "news2_vectors").getFirst();
        int all = (1 << INPUTS.size()) - 1;
        for (int present = 0; present < all; present++) {
            Ward ward = scaled(row);
            WardWriter writer = new WardWriter(ward, Shape.UCUM);
            int mask = present;
            IntStream.range(0, INPUTS.size())
                    .filter(input -> (mask & 1 << input) != 0)
                    .forEach(input -> INPUTS.get(input).accept(row, writer));
            assertThat(ward.lacking(Scores.NEWS2).missing())
                    .as("inputs %s", Integer.toBinaryString(present))
                    .hasSize(INPUTS.size() - Integer.bitCount(present))
                    .allSatisfy(missing -> assertThat(missing.why()).isInstanceOf(Missing.Why.NotRecorded.class));
        }
    }

    @Test
    void everyQsofaVectorIsExactAndNoneIsMadeUpWhereAnInputIsMissing() throws IOException {
        for (Map<String, String> row : SharedVectors.rows("scores", "qsofa_vectors")) {
            for (int present = 0; present < 8; present++) {
                Ward ward = Ward.aMan();
                if ((present & 1) != 0) {
                    ward.measured("9279-1", row.get("rr"), "/min");
                }
                if ((present & 2) != 0) {
                    ward.pressure(row.get("sbp"), "60", "mm[Hg]");
                }
                if ((present & 4) != 0) {
                    ward.measured("9269-2", row.get("gcs"), "{score}");
                }
                if (present == 7) {
                    assertThat(ward.total(Scores.QSOFA)).as("%s", row).isEqualTo(row.get("qsofa"));
                } else {
                    assertThat(ward.lacking(Scores.QSOFA).missing()).hasSize(3 - Integer.bitCount(present));
                }
            }
        }
    }

    @Test
    void everyCkdEpiVectorIsExactInMassAndInMolarUnits() throws IOException {
        for (Map<String, String> row : SharedVectors.rows("scores", "ckd_epi_2021_vectors")) {
            BigDecimal mass = new BigDecimal(row.get("scr_mg_dl"));
            BigDecimal molar = mass.multiply(new BigDecimal("88.4"));
            for (Ward ward : List.of(
                    person(row).measured("2160-0", mass.toPlainString(), "mg/dL"),
                    person(row).measured("14682-9", molar.toPlainString(), "umol/L"),
                    person(row).named("Creatinine", molar.toPlainString(), "µmol/L"))) {
                Outcome.Computed score = ward.computed(Scores.EGFR);
                assertThat(score.total()).as("%s", row).isEqualByComparingTo(row.get("egfr"));
                assertThat(score.text()).as("%s", row).startsWith(row.get("egfr_rounded") + " ");
            }
        }
    }

    private static Ward person(Map<String, String> row) {
        int born = 2024 - Integer.parseInt(row.get("age"));
        return Ward.somebody().born(born + "-01-15").sex(AdministrativeGender.fromCode(row.get("sex")));
    }

    private static Ward scaled(Map<String, String> row) {
        return row.get("scale").equals("2")
                ? Ward.aMan().alert("Oxygen alert card: target SpO2 88 to 92%", "2023-12-07", "")
                : Ward.aMan();
    }

    private static Ward news2(Map<String, String> row, Shape shape) {
        Ward ward = scaled(row);
        WardWriter writer = new WardWriter(ward, shape);
        INPUTS.forEach(input -> input.accept(row, writer));
        writer.close();
        return ward;
    }

    /** Writes the vital signs of a row in one of the shapes. */
    private static final class WardWriter {

        private final Ward ward;
        private final Shape shape;
        private final List<String> panel = new ArrayList<>();

        WardWriter(Ward ward, Shape shape) {
            this.ward = ward;
            this.shape = shape;
        }

        void rate(String value) {
            write("9279-1", "Respiratory Rate", value, "/min", "breaths/minute");
        }

        void pulse(String value) {
            write("8867-4", "Heart Rate", value, "/min", "bpm");
        }

        void saturation(String value) {
            if (shape == Shape.FAHRENHEIT_KILOPASCAL_FRACTION) {
                ward.measured("2708-6", new BigDecimal(value).movePointLeft(2).toPlainString(), "1");
            } else {
                write("59408-5", "O2 saturation pulseoxymetry", value, "%", "%");
            }
        }

        void pressure(String value) {
            switch (shape) {
                case UCUM -> ward.pressure(value, "60", "mm[Hg]");
                case FAHRENHEIT_KILOPASCAL_FRACTION ->
                    ward.measured(
                            "8480-6",
                            new BigDecimal(value)
                                    .multiply(new BigDecimal("0.133322"))
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .toPlainString(),
                            "kPa");
                case WORDS -> ward.told("Blood pressure", value + "/60 mmHg");
                default -> write("8480-6", "Non Invasive Blood Pressure systolic", value, "mm[Hg]", "mmHg");
            }
        }

        void temperature(String value) {
            BigDecimal fahrenheit = new BigDecimal(value)
                    .multiply(BigDecimal.valueOf(9))
                    .divide(BigDecimal.valueOf(5), MathContext.DECIMAL64)
                    .add(BigDecimal.valueOf(32))
                    .setScale(1, RoundingMode.HALF_UP);
            switch (shape) {
                case FAHRENHEIT_KILOPASCAL_FRACTION -> ward.measured("8310-5", fahrenheit.toPlainString(), "[degF]");
                case VENDOR_NAMES -> ward.named("Temperature Fahrenheit", fahrenheit.toPlainString(), "°F");
                default -> write("8310-5", "Temperature Celsius", value, "Cel", "°C");
            }
        }

        void oxygen(String value) {
            boolean given = value.equals("True");
            switch (shape) {
                case UCUM -> ward.told("Supplemental oxygen", given ? "Nasal cannula 2 L/min" : "Room air");
                case FAHRENHEIT_KILOPASCAL_FRACTION -> ward.measured("3150-6", given ? "0.28" : "0.21", "1");
                case ONE_PANEL -> panel.addAll(List.of("3151-8", given ? "2" : "0", "L/min"));
                case VENDOR_NAMES -> ward.told("O2 Delivery Device(s)", given ? "Venti mask" : "None");
                case WORDS -> ward.told("Air or oxygen", given ? "Oxygen" : "Air");
            }
        }

        void consciousness(String letter) {
            switch (shape) {
                case WORDS, ONE_PANEL -> ward.told("ACVPU", letter);
                default ->
                    ward.said(
                            "80288-4",
                            switch (letter) {
                                case "A" -> "Alert";
                                case "C" -> "New confusion";
                                case "V" -> "Responds to voice";
                                case "P" -> "Responds to pain";
                                default -> "Unresponsive";
                            });
            }
        }

        void close() {
            if (!panel.isEmpty()) {
                ward.panel("85353-1", panel.toArray(String[]::new));
            }
        }

        private void write(String loinc, String name, String value, String ucum, String unit) {
            switch (shape) {
                case ONE_PANEL -> panel.addAll(List.of(loinc, value, ucum));
                case VENDOR_NAMES -> ward.named(name, value, unit);
                case WORDS -> ward.said(loinc, value + " " + unit);
                default -> ward.measured(loinc, value, ucum);
            }
        }
    }
}
