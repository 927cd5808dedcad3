package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.score.Findings;
import org.anamnesis.score.Limits;

/**
 * A visit that came as the fields of a triage sheet instead of a chart. A field that is left blank is missing; history and
 * medicines are not asked of such a sheet, and are said to be so.
 */
public final class ReportedVisit {

    private static final String LOINC = "http://loinc.org";
    private static final Unit MERCURY = new Unit("mmHg", Optional.of("mm[Hg]"));
    private static final Unit PER_MINUTE = new Unit("per minute", Optional.of("/min"));
    private static final String NOT_GIVEN = "not-given";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(?:\\.\\d{1,4})?");

    private final ClinicalTime moment;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Told> complaints = new ArrayList<>();
    private Optional<String> sex = Optional.empty();
    private ArrivalMode arrival = ArrivalMode.UNKNOWN;

    private ReportedVisit(ClinicalTime moment) {
        this.moment = moment;
    }

    public static ReportedVisit at(ClinicalTime moment) {
        return new ReportedVisit(moment);
    }

    /** In full years. */
    public ReportedVisit age(String years) {
        if (NUMBER.matcher(years).matches()) {
            add(
                    FactKind.PATIENT,
                    Concept.of("Age"),
                    new Value.Quantity(new BigDecimal(years), "years", Optional.of("a"), Optional.empty()));
        }
        return this;
    }

    /** FHIR administrative gender. */
    public ReportedVisit sex(String gender) {
        sex = Optional.of(gender.toLowerCase(Locale.ROOT)).filter(word -> !word.isBlank());
        return this;
    }

    public ReportedVisit arrival(String written) {
        arrival = ArrivalMode.of(written);
        return this;
    }

    public ReportedVisit complaint(String words) {
        if (!words.isBlank()) {
            complaints.add(new Told(words.strip(), Optional.of(moment), Optional.empty()));
        }
        return this;
    }

    /** The unit as the sheet names it: {@code degF}, {@code F}, {@code Cel}, {@code C}; it may be blank. */
    public ReportedVisit temperature(String value, String unit) {
        Unit degrees = switch (unit.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT)) {
            case "" -> Unit.UNSTATED;
            case "degf", "f", "fahrenheit" -> new Unit("°F", Optional.of("[degF]"));
            default -> new Unit("°C", Optional.of("Cel"));
        };
        return vital("8310-5", "Body temperature", value, degrees);
    }

    public ReportedVisit heartRate(String value) {
        return vital("8867-4", "Heart rate", value, PER_MINUTE);
    }

    public ReportedVisit respiratoryRate(String value) {
        return vital("9279-1", "Respiratory rate", value, PER_MINUTE);
    }

    public ReportedVisit saturation(String value) {
        return vital("59408-5", "Oxygen saturation by pulse oximetry", value, new Unit("%", Optional.of("%")));
    }

    public ReportedVisit pressure(String systolic, String diastolic) {
        return vital("8480-6", "Systolic blood pressure", systolic, MERCURY)
                .vital("8462-4", "Diastolic blood pressure", diastolic, MERCURY);
    }

    /** A number of 0 to 10, or what was written instead. */
    public ReportedVisit pain(String value) {
        return vital("72514-3", "Pain severity 0-10", value, Unit.UNSTATED);
    }

    /** A problem or a medicine that the sheet names. */
    public ReportedVisit history(String problem) {
        add(FactKind.PROBLEM, Concept.of(problem), Optional.empty(), Standing.ACTIVE);
        return this;
    }

    public ReportedVisit medicine(String name) {
        add(FactKind.MEDICATION, Concept.of(name), Optional.empty(), Standing.ACTIVE);
        return this;
    }

    public EmergencyVisit visit() {
        Demographics patient = new Demographics(
                "reported", Optional.empty(), Optional.empty(), sex, Optional.empty(), false, List.of());
        Coverage coverage = new Coverage(List.of(
                notGiven("Condition", FactKind.PROBLEM),
                notGiven("MedicationRequest", FactKind.MEDICATION),
                notGiven("Procedure", FactKind.PROCEDURE)));
        Chart chart = new Chart(patient, facts, coverage, moment);
        return new EmergencyVisit(Findings.at(chart, moment, Limits.INPATIENT), complaints, arrival);
    }

    private Coverage.Entry notGiven(String type, FactKind kind) {
        long given = facts.stream().filter(fact -> fact.kind() == kind).count();
        return new Coverage.Entry(
                type,
                "the triage sheet",
                given > 0 ? new Coverage.Outcome.Found((int) given, 0) : new Coverage.Outcome.NotAsked(NOT_GIVEN));
    }

    private ReportedVisit vital(String loinc, String name, String value, Unit unit) {
        String written = value.strip();
        if (!written.isEmpty()) {
            Concept concept = new Concept(name, List.of(new Concept.Coding(LOINC, loinc, name)));
            add(
                    FactKind.VITAL,
                    concept,
                    NUMBER.matcher(written).matches()
                            ? new Value.Quantity(new BigDecimal(written), unit.text(), unit.ucum(), Optional.empty())
                            : new Value.Worded(Concept.of(written)));
        }
        return this;
    }

    private void add(FactKind kind, Concept concept, Value value) {
        add(kind, concept, Optional.of(value), Standing.FINAL);
    }

    private void add(FactKind kind, Concept concept, Optional<Value> value, Standing standing) {
        int number =
                1 + (int) facts.stream().filter(fact -> fact.kind() == kind).count();
        facts.add(new Fact(
                new CitationId(kind, number),
                concept,
                value,
                standing,
                kind == FactKind.PATIENT ? Optional.empty() : Optional.of(moment),
                List.of(),
                new Source("Basic", "triage-sheet", Optional.empty(), "Basic")));
    }

    private record Unit(String text, Optional<String> ucum) {

        static final Unit UNSTATED = new Unit("", Optional.empty());
    }
}
