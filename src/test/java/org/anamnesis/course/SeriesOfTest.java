package org.anamnesis.course;

import static org.anamnesis.chart.Attribute.Role.SPECIMEN;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.ChartBuilder;
import org.junit.jupiter.api.Test;

class SeriesOfTest {

    private static final String LOINC = "http://loinc.org";

    private static List<Series> series(ChartBuilder chart) {
        return SeriesOf.of(chart.build());
    }

    @Test
    void tellsTheNewestThePreviousTheFirstTheExtremesAndTheTrend() {
        Series potassium = series(aChart().result("Potassium", "4.6", "mmol/L", "2024-11-14")
                        .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                        .result("Potassium", "4.2", "mmol/L", "2024-11-16")
                        .result("potassium", "4.4", "mmol/l", "2024-11-15"))
                .getFirst();
        assertThat(potassium.count()).isEqualTo(4);
        assertThat(potassium.newest().value().text()).isEqualTo("4.2 mmol/L");
        assertThat(potassium.previous().orElseThrow().value().text()).isEqualTo("4.4 mmol/l");
        assertThat(potassium.first().value().text()).isEqualTo("5.9 mmol/L");
        assertThat(potassium.lowest().orElseThrow().value().text()).isEqualTo("4.2 mmol/L");
        assertThat(potassium.highest().orElseThrow().value().text()).isEqualTo("5.9 mmol/L");
        assertThat(potassium.trend()).contains(Series.Trend.FALLING);
    }

    @Test
    void otherUnitsAndOtherCodesAreOtherSeries() {
        assertThat(series(aChart().result("Glucose", "588", "mg/dL", "2024-11-14")
                        .result("Glucose", "8.4", "mmol/L", "2024-11-14")
                        .result("Sodium", "136", "mmol/L", "2024-11-14")
                        .coded(LOINC, "2951-2", "")
                        .result("Sodium", "40", "mmol/L", "2024-11-14")
                        .coded(LOINC, "2955-3", "Sodium in urine")))
                .hasSize(4);
    }

    @Test
    void aUnitInAnotherWritingIsTheSameSeries() {
        assertThat(series(aChart().result("Leukocytes", "6.1", "×10³/µL", "2024-11-14")
                        .result("Leukocytes", "7.2", "10*3/uL", "2024-11-15")
                        .result("Heart rate", "80", "per minute", "2024-11-14")
                        .result("Heart rate", "90", "/min", "2024-11-15")
                        .result("BMI", "27", "kg/m²", "2024-11-14")
                        .result("BMI", "28", "kg/m2", "2024-11-15")
                        .result("Ferritin", "40", "mcg/L", "2024-11-14")
                        .result("Ferritin", "44", "ug/L", "2024-11-15")))
                .hasSize(4);
        assertThat(series(aChart().result("Leukocytes", "6.1", "×10³/µL", "2024-11-14")
                        .result("Leukocytes", "6.1", "×10⁶/µL", "2024-11-15")))
                .hasSize(2);
    }

    @Test
    void anotherSpecimenIsAnotherSeries() {
        assertThat(series(aChart().result("Glucose", "5.1", "mmol/L", "2024-11-14", worded(SPECIMEN, "Blood"))
                        .result("Glucose", "3.2", "mmol/L", "2024-11-14", worded(SPECIMEN, "Cerebrospinal fluid"))))
                .hasSize(2);
    }

    @Test
    void oneCodeUnderTwoNamesIsOneSeriesAndSoIsTheNameAlone() {
        assertThat(series(aChart().result("Potassium", "4.6", "mmol/L", "2024-11-14")
                        .coded(LOINC, "2823-3", "")
                        .result("K+ serum", "4.7", "mmol/L", "2024-11-15")
                        .coded(LOINC, "2823-3", "")
                        .result("Potassium", "4.8", "mmol/L", "2024-11-16")))
                .singleElement()
                .extracting(Series::count)
                .isEqualTo(3);
    }

    @Test
    void aPanelIsASeriesAndSoIsEachOfItsParts() {
        List<Series> series =
                series(aChart().pressure("120", "70", "2024-11-14").pressure("108", "64", "2024-11-15"));
        assertThat(series)
                .extracting(one -> one.name() + " " + one.count())
                .containsExactly("Pressure panel 2", "Systolic blood pressure 2", "Diastolic blood pressure 2");
        assertThat(series.get(1).trend()).contains(Series.Trend.FALLING);
        assertThat(series.get(1).newest().fact().id()).hasToString("L2");
    }

    @Test
    void wordsHaveNoExtremesAndNoTrend() {
        Series worded = series(aChart().finding("Sputum culture", "No growth", "2024-11-14")
                        .finding("Sputum culture", "Haemophilus influenzae", "2024-11-16"))
                .getFirst();
        assertThat(worded.count()).isEqualTo(2);
        assertThat(worded.lowest()).isEmpty();
        assertThat(worded.trend()).isEmpty();
    }
}
