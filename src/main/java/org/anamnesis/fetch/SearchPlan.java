package org.anamnesis.fetch;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask an EHR for one patient's chart, as data.
 *
 * <p>With the patient itself, {@link #DEFAULT} makes 14 requests where the EHR tells totals and pages as asked. It asks
 * for the newest so many instead of a time window: a chart of long ago has no recent window, and none in a window would
 * read as none recorded.
 *
 * @param alone searches with a request each
 * @param together searches of small lists, asked in one batch; one by one where the EHR takes no batch
 * @param notAsked left out on purpose
 */
public record SearchPlan(List<Search> alone, List<Search> together, List<NotAsked> notAsked) {

    private static final String OUTSIDE = "outside-the-plan";

    /** For EHRs that cut pages shorter than asked. */
    private static final int MOST_PAGES = 10;

    /** US Core and plain R4 servers. */
    public static final SearchPlan DEFAULT = new SearchPlan(
            List.of(
                    newest("Encounter", "newest 100", "_sort=-date", 100),
                    all("Condition", 500),
                    all("AllergyIntolerance", 200),
                    newest(
                            "MedicationRequest",
                            "newest 300",
                            "_include=MedicationRequest:medication&_sort=-authoredon",
                            300),
                    newest(
                            "MedicationStatement",
                            "newest 100",
                            "_include=MedicationStatement:medication&_sort=-effective",
                            100),
                    newest("Observation", "laboratory, newest 400", "category=laboratory&_sort=-date", 400),
                    newest("Observation", "vital signs, newest 200", "category=vital-signs&_sort=-date", 200),
                    newest(
                            "Observation",
                            "social history and surveys, newest 100",
                            "category=social-history,survey&_sort=-date",
                            100),
                    newest("DiagnosticReport", "newest 100", "_sort=-date", 100),
                    newest("Procedure", "newest 100", "_sort=-date", 100),
                    newest("DocumentReference", "newest 100", "_sort=-date", 100),
                    newest("ServiceRequest", "newest 100", "_sort=-authored", 100)),
            List.of(
                    newest("Appointment", "newest 50", "_sort=-date", 50),
                    all("Flag", 100),
                    newest("CarePlan", "newest 50", "_sort=-date", 50),
                    all("Goal", 100),
                    newest("Immunization", "newest 100", "_sort=-date", 100),
                    all("FamilyMemberHistory", 100),
                    all("Consent", 100),
                    all("Device", 100)),
            List.of(
                    new NotAsked("MedicationAdministration", "all", OUTSIDE),
                    new NotAsked("MedicationDispense", "all", OUTSIDE)));

    public SearchPlan {
        alone = List.copyOf(alone);
        together = List.copyOf(together);
        notAsked = List.copyOf(notAsked);
    }

    /** All searches, in the order of the coverage. */
    public List<Search> searches() {
        return Stream.concat(alone.stream(), together.stream()).toList();
    }

    /**
     * One typed search.
     *
     * @param type the resource type
     * @param asked what is asked, in words for the coverage, e.g. {@code laboratory, newest 400}
     * @param query the query, {@code {patient}} standing for the patient's id, without {@code _count}
     * @param pageSize the {@code _count} asked for
     * @param maxResources more are not read
     * @param maxPages more are not followed
     */
    public record Search(String type, String asked, String query, int pageSize, int maxResources, int maxPages) {

        public Search {
            if (pageSize < 1 || maxResources < 1 || maxPages < 1) {
                throw new IllegalArgumentException("a search reads something");
            }
        }
    }

    /**
     * What the plan leaves out.
     *
     * @param type the resource type
     * @param asked what would have been asked
     * @param reason a stable word
     */
    public record NotAsked(String type, String asked, String reason) {}

    private static Search all(String type, int most) {
        return new Search(type, "all", "patient={patient}&_total=accurate", most, most, MOST_PAGES);
    }

    private static Search newest(String type, String asked, String query, int most) {
        return new Search(type, asked, "patient={patient}&" + query + "&_total=accurate", most, most, MOST_PAGES);
    }
}
