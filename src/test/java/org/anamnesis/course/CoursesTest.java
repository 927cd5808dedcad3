package org.anamnesis.course;

import static org.anamnesis.chart.Attribute.Role.CATEGORY;
import static org.anamnesis.chart.Attribute.Role.ENDED;
import static org.anamnesis.chart.Attribute.Role.INGREDIENT;
import static org.anamnesis.chart.Attribute.Role.INSTRUCTION;
import static org.anamnesis.chart.Attribute.Role.ROUTE;
import static org.anamnesis.chart.Attribute.timed;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class CoursesTest {

    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private static Course only(ChartBuilder chart) {
        List<Course> courses = Courses.of(chart.build());
        assertThat(courses).hasSize(1);
        return courses.getFirst();
    }

    private static Attribute[] given(String... furtherWords) {
        List<Attribute> attributes = new ArrayList<>(List.of(worded(CATEGORY, "given")));
        for (String words : furtherWords) {
            attributes.add(worded(Attribute.Role.DOSE, words));
        }
        return attributes.toArray(Attribute[]::new);
    }

    @Test
    void foldsOrdersReportsDosesAndHandOutsOfOneDrug() {
        Course course = only(aChart().medication(
                        "Furosemide 40 mg tablet", "40 mg twice daily", Standing.ACTIVE, "2024-03-01")
                .fact(FactKind.MEDICATION, "Lasix", Standing.ACTIVE, "2024-04-01", worded(CATEGORY, "reported"))
                .fact(FactKind.MEDICATION, "FUROSEMIDE 20MG", Standing.COMPLETED, "2024-05-01T08:00", given("40 mg"))
                .fact(FactKind.MEDICATION, "FUROSEMIDE 20MG", Standing.COMPLETED, "2024-05-01T20:00", given("40 mg"))
                .fact(
                        FactKind.MEDICATION,
                        "furosemide",
                        Standing.COMPLETED,
                        "2024-05-02",
                        worded(CATEGORY, "dispensed")));
        assertThat(course.name()).isEqualTo("furosemide");
        assertThat(course.counts())
                .isEqualTo(Map.of(Said.ORDERED, 1, Said.REPORTED, 1, Said.GIVEN, 2, Said.DISPENSED, 1));
        assertThat(course.first()).contains(ClinicalTime.day(LocalDate.of(2024, 3, 1)));
        assertThat(course.last()).contains(ClinicalTime.day(LocalDate.of(2024, 5, 2)));
        assertThat(course.isCurrent()).isTrue();
        assertThat(course.deciding()).extracting(fact -> fact.id().toString()).containsExactly("M2", "M1");
        assertThat(course.instructions()).containsExactly("40 mg twice daily");
    }

    @Test
    void tellsHowTheDoseChangedAndWhatStoppedWhen() {
        Course course = only(aChart().fact(
                        FactKind.MEDICATION,
                        "Carvedilol 25 mg tablet",
                        Standing.STOPPED,
                        "2022-03-01",
                        worded(INSTRUCTION, "25 mg PO twice daily"),
                        timed(ENDED, ClinicalTime.day(LocalDate.of(2024, 10, 8))))
                .medication(
                        "Carvedilol 12.5 mg tablet",
                        "12.5 mg PO twice daily with food",
                        Standing.ACTIVE,
                        "2024-10-08"));
        assertThat(course.changes()).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo("25 mg PO twice daily");
            assertThat(change.to()).isEqualTo("12.5 mg PO twice daily with food");
            assertThat(change.when()).contains(ClinicalTime.day(LocalDate.of(2024, 10, 8)));
        });
        assertThat(course.ends()).singleElement().satisfies(end -> {
            assertThat(end.fact().id()).hasToString("M1");
            assertThat(end.when()).contains(ClinicalTime.day(LocalDate.of(2024, 10, 8)));
        });
        assertThat(course.instructions()).containsExactly("12.5 mg PO twice daily with food");
    }

    @Test
    void theSameDoseInOtherWordsIsNoChange() {
        Course course =
                only(aChart().medication("Apixaban 5 mg tablet", "5 mg PO BID", Standing.COMPLETED, "2024-01-01")
                        .medication("Eliquis 5 mg", "1 tablet twice daily", Standing.ACTIVE, "2024-06-01"));
        assertThat(course.changes()).isEmpty();
    }

    @Test
    void whatIsStillActiveIsNotUndoneByALaterOrderThatStopped() {
        Course course = only(aChart().medication("Lisinopril 20 mg", "20 mg daily", Standing.ACTIVE, "2020-01-01")
                .medication("Lisinopril 10 mg", "10 mg daily", Standing.STOPPED, "2024-11-01"));
        assertThat(course.isCurrent()).isTrue();
        assertThat(course.deciding()).extracting(fact -> fact.id().toString()).containsExactly("M1");
    }

    @Test
    void withoutAnythingCurrentTheLastOrderTellsHowItStandsAndNotALaterDose() {
        Course course = only(aChart().medication("Vancomycin", "1 g IV twice daily", Standing.STOPPED, "2024-05-01")
                .fact(FactKind.MEDICATION, "Vancomycin", Standing.COMPLETED, "2024-05-02T08:00", given("1 g")));
        assertThat(course.standing()).isEqualTo(Standing.STOPPED);
        assertThat(course.isCurrent()).isFalse();
    }

    @Test
    void anOrderOfALaterDayIsNotCurrentYet() {
        Course course = only(aChart().medication("Prednisolone", "20 mg daily", Standing.ON_HOLD, "2024-11-01")
                .medication("Prednisolone", "15 mg daily", Standing.ACTIVE, "2025-01-01"));
        assertThat(course.standing()).isEqualTo(Standing.ON_HOLD);
    }

    @Test
    void anotherWayWithAnotherPurposeIsAnotherCourse() {
        List<Course> courses = Courses.of(aChart().medication(
                        "Budesonide inhaler", "2 puffs inhaled twice daily", Standing.ACTIVE, "2024-01-01")
                .medication("Budesonide 3 mg capsule", "9 mg once daily", Standing.ACTIVE, "2024-02-01")
                .medication("Timolol 0.5% eye drops", "1 drop both eyes twice daily", Standing.ACTIVE, "2024-02-01")
                .medication("Timolol 10 mg tablet", "10 mg twice daily", Standing.ACTIVE, "2024-02-01")
                .fact(FactKind.MEDICATION, "Budesonide", Standing.ACTIVE, "2024-03-01", worded(ROUTE, "NEB"))
                .build());
        assertThat(courses)
                .extracting(course -> course.name() + " " + course.drug().way() + " "
                        + course.facts().size())
                .containsExactly("budesonide INHALED 2", "budesonide BODY 1", "timolol EYE 1", "timolol BODY 1");
    }

    @Test
    void whereNoWayIsToldTheDrugsUsualOneCounts() {
        Course course = only(aChart().medication("Tiotropium", "2 puffs inhaled daily", Standing.ACTIVE, "2024-01-01")
                .fact(FactKind.MEDICATION, "tiotropium bromide", Standing.ACTIVE, "2024-02-01"));
        assertThat(course.drug().way()).isEqualTo(Way.INHALED);
    }

    @Test
    void medicationsWithoutANameAreNotTakenForOneDrug() {
        assertThat(Courses.of(
                        aChart().fact(FactKind.MEDICATION, "Medication without a name", Standing.ACTIVE, "2024-01-01")
                                .fact(FactKind.MEDICATION, "Medication without a name", Standing.ACTIVE, "2024-02-01")
                                .fact(FactKind.MEDICATION, "___", Standing.ACTIVE, "2024-02-01")
                                .fact(FactKind.MEDICATION, "___", Standing.ACTIVE, "2024-02-01")
                                .build()))
                .hasSize(4);
    }

    @Test
    void ofTwoIngredientsAndOneTwoCoursesAreMade() {
        assertThat(Courses.of(aChart().medication("Losartan", "50 mg daily", Standing.ACTIVE, "2024-01-01")
                        .medication("Losartan/hydrochlorothiazide", "1 tablet daily", Standing.ACTIVE, "2024-02-01")
                        .build()))
                .hasSize(2);
    }

    @Test
    void theIngredientsOfAMixDecideNotItsName() {
        Course course = only(aChart().fact(
                        FactKind.MEDICATION,
                        "House mix 7",
                        Standing.ACTIVE,
                        "2024-01-01",
                        worded(INGREDIENT, "Meropenem 1 g"),
                        worded(INGREDIENT, "0.9% Sodium Chloride"))
                .medication("Meropenem", "1 g IV", Standing.COMPLETED, "2024-01-02"));
        assertThat(course.name()).isEqualTo("meropenem");
    }

    @Test
    void aCodeTellsADrugWhoseNameIsNotKnown() {
        Course course = only(aChart().medication("Water pill", "1 daily", Standing.ACTIVE, "2024-01-01")
                .coded(RXNORM, "310429", "")
                .medication("Furosemide 20 mg", "20 mg daily", Standing.STOPPED, "2023-01-01")
                .coded(RXNORM, "310429", "Furosemide 20 MG Oral Tablet"));
        assertThat(course.name()).isEqualTo("furosemide");
    }

    /** A wrong code beside a clear name would otherwise put one drug's doses into another's story. */
    @Test
    void aCodeNeverOverrulesAKnownName() {
        assertThat(Courses.of(aChart().medication("Atorvastatin 10 mg", "10 mg daily", Standing.ACTIVE, "2024-01-01")
                        .coded(RXNORM, "316672", "Simvastatin 10 MG")
                        .medication("Simvastatin 10 mg", "10 mg daily", Standing.STOPPED, "2023-01-01")
                        .coded(RXNORM, "316672", "Simvastatin 10 MG")
                        .build()))
                .extracting(Course::name)
                .containsExactly("atorvastatin", "simvastatin");
    }

    @Test
    void everyMedicationFactStandsInExactlyOneCourseAlsoOfThousands() {
        List<String> drugs =
                List.of("Furosemide 40 mg", "Insulin glargine", "NaCl 0.9%", "Norepinephrine", "Nameless 7");
        ChartBuilder builder = aChart();
        IntStream.range(0, 12_000)
                .forEach(i -> builder.fact(
                        FactKind.MEDICATION,
                        drugs.get(i % drugs.size()),
                        Standing.COMPLETED,
                        "2024-05-%02dT%02d:%02d".formatted(1 + i % 28, i % 24, i % 60),
                        given("40 mg")));
        Chart chart = builder.build();
        List<Course> courses = Courses.of(chart);
        assertThat(courses).hasSize(5);
        List<Fact> folded =
                courses.stream().flatMap(course -> course.facts().stream()).toList();
        assertThat(folded).hasSize(12_000).containsExactlyInAnyOrderElementsOf(chart.facts());
        assertThat(Courses.of(chart)).isEqualTo(courses);
    }
}
