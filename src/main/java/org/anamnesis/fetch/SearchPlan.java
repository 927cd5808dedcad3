package org.anamnesis.fetch;

import java.util.List;

/**
 * What to ask an EHR for one patient's chart, as data.
 *
 * <p>With the patient itself, {@link #DEFAULT} makes 15 requests where the EHR tells totals and pages as asked. It asks
 * for the newest so many instead of a time window: a chart of long ago has no recent window, and none in a window would
 * read as none recorded.
 *
 * @param searches asked, in the order of the coverage
 * @param notAsked left out on purpose
 */
public record SearchPlan(List<Search> searches, List<NotAsked> notAsked) {

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
                    newest("ServiceRequest", "newest 100", "_sort=-authored", 100),
                    newest("Appointment", "newest 50", "_sort=-date", 50),
                    all("Flag", 100)),
            List.of(
                    new NotAsked("Immunization", "all", OUTSIDE),
                    new NotAsked("CarePlan", "all", OUTSIDE),
                    new NotAsked("Goal", "all", OUTSIDE),
                    new NotAsked("FamilyMemberHistory", "all", OUTSIDE),
                    new NotAsked("Consent", "all", OUTSIDE),
                    new NotAsked("Device", "all", OUTSIDE),
                    new NotAsked("MedicationAdministration", "all", OUTSIDE),
                    new NotAsked("MedicationDispense", "all", OUTSIDE)));

    public SearchPlan {
        searches = List.copyOf(searches);
        notAsked = List.copyOf(notAsked);
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
