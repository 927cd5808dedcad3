package org.anamnesis.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.anamnesis.fetch.SearchPlan.Bounds;
import org.anamnesis.fetch.SearchPlan.NotAsked;
import org.anamnesis.fetch.SearchPlan.Order;
import org.anamnesis.fetch.SearchPlan.Part;
import org.anamnesis.fetch.SearchPlan.Search;
import org.anamnesis.fetch.SearchPlan.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan as it is written. */
class SearchPlanFileTest {

    @Test
    void everythingThatCanBeWrittenIsRead() throws WrongPlan {
        SearchPlan plan = read("""
                {"version": 1, "title": "One hospital",
                 "understands": {"batch": false, "sort": false},
                 "bears": {"seconds": 60, "atOnce": 2, "files": 10},
                 "searches": [
                   {"type": "Observation", "patientBy": "subject", "part": "laboratory",
                    "where": ["category=laboratory"], "except": ["status=cancelled"],
                    "newest": 400, "by": "date", "within": "P2Y", "include": ["Observation:specimen"],
                    "pageSize": 100, "pages": 4, "batch": "results"},
                   {"type": "Flag", "all": 50}],
                 "notAsked": [{"type": "Provenance", "reason": "too-costly"}]}""");

        assertThat(plan.title()).isEqualTo("One hospital");
        assertThat(plan.understood()).isEqualTo(new Understood(false, true, false, true, true));
        assertThat(plan.searches())
                .containsExactly(
                        new Search(
                                "Observation",
                                "subject",
                                new Part(
                                        "laboratory",
                                        List.of("category=laboratory"),
                                        List.of("status=cancelled"),
                                        Optional.of(Period.ofYears(2))),
                                new Order.Newest("date"),
                                List.of("Observation:specimen"),
                                new Bounds(400, 100, 4),
                                Optional.of("results")),
                        Search.all("Flag", new Bounds(50, 50, 10)));
        assertThat(plan.notAsked()).containsExactly(new NotAsked("Provenance", "all", "too-costly"));
        ReadLimits limits = plan.bearing().of(ReadLimits.DEFAULT);
        assertThat(limits.deadline()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.parallel()).isEqualTo(2);
        assertThat(limits.files().newest()).isEqualTo(10);
        assertThat(SearchPlan.DEFAULT.bearing().of(ReadLimits.DEFAULT)).isEqualTo(ReadLimits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            not JSON                                                              # it is not JSON
            {"version":2,"searches":[{"type":"Flag","all":1}]}                    # version is not 1
            {"searches":[{"type":"Flag","all":1}]}                                # version is not 1
            {"version":1,"searches":[]}                                           # searches is empty
            {"version":1,"searches":[null]}                                       # searches holds null
            {"version":1,"searches":[{"type":"Flag","all":1}],"more":1}           # more is unknown or not of the right kind
            {"version":1,"searches":[{"type":"Flag","al":1}]}                     # searches.0.al is unknown or not of the right kind
            {"version":1,"searches":[{"type":"Flag","all":"x"}]}                  # searches.0.all is unknown or not of the right kind
            {"version":1,"searches":[{"type":"Flag/..","all":1}]}                 # searches.0.type is no resource type
            {"version":1,"searches":[{"type":"Foo","all":1}]}                     # searches.0.type is no resource type
            {"version":1,"searches":[{"type":"Flag","all":1,"include":["Task:focus"]}]} # searches.0.include starts with another type
            {"version":1,"searches":[{"type":"Flag"}]}                            # searches.0 needs either all or newest
            {"version":1,"searches":[{"type":"Flag","all":1,"newest":1}]}         # searches.0 needs either all or newest
            {"version":1,"searches":[{"type":"Flag","all":0}]}                    # searches.0 has a bound below 1
            {"version":1,"searches":[{"type":"Flag","newest":1}]}                 # searches.0 needs by with newest, and only then
            {"version":1,"searches":[{"type":"Flag","all":1,"where":["a=b&c=d"]}]} # searches.0.where holds something that is not like category=laboratory
            {"version":1,"searches":[{"type":"Flag","all":1,"where":[null]}]}     # searches.0.where holds something that is not like category=laboratory
            {"version":1,"searches":[{"type":"Flag","newest":1,"by":"date","within":"2 years"}]} # searches.0.within is no period like P2Y
            {"version":1,"searches":[{"type":"Flag","all":1},{"type":"Flag","all":2}]} # searches holds two of the same type and part
            {"version":1,"searches":[{"type":"Flag","all":1}],"bears":{"atOnce":0}} # bears.atOnce is not from 1 to 16
            {"version":1,"searches":[{"type":"Flag","all":1}],"bears":{"seconds":999}} # bears.seconds is not from 1 to 120
            {"version":1,"searches":[{"type":"Flag","all":1}],"notAsked":[{"type":"Task"}]} # notAsked.0.reason is no word like outside-the-plan
            """)
    void aPlanThatCannotBeUsedSaysWhere(String json, String message) {
        assertThatExceptionOfType(WrongPlan.class).isThrownBy(() -> read(json)).withMessage(message);
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        assertThatExceptionOfType(WrongPlan.class)
                .isThrownBy(() -> SearchPlanFile.read(Path.of("no", "such.json")))
                .withMessage("the file cannot be read");
    }

    @Test
    void theShippedPlanAsksForEverythingAClinicianWouldLookAt() {
        assertThat(SearchPlan.DEFAULT.types())
                .contains(
                        "Encounter",
                        "Condition",
                        "AllergyIntolerance",
                        "MedicationRequest",
                        "MedicationStatement",
                        "MedicationAdministration",
                        "MedicationDispense",
                        "Observation",
                        "DiagnosticReport",
                        "Procedure",
                        "Immunization",
                        "DocumentReference",
                        "Composition",
                        "CarePlan",
                        "CareTeam",
                        "Goal",
                        "ServiceRequest",
                        "Task",
                        "Appointment",
                        "FamilyMemberHistory",
                        "Device",
                        "DeviceUseStatement",
                        "Specimen",
                        "ImagingStudy",
                        "Consent",
                        "Flag",
                        "RelatedPerson");
        assertThat(SearchPlan.DEFAULT.notAsked()).contains(new NotAsked("Provenance", "all", "too-costly"));
    }

    private static SearchPlan read(String json) throws WrongPlan {
        return SearchPlanFile.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
