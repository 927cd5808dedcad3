package org.anamnesis.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Visit;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.focus.Choice;
import org.anamnesis.frame.Frame;
import org.anamnesis.frame.Place;
import org.anamnesis.frame.Span;
import org.anamnesis.given.Format;
import org.anamnesis.given.GivenChart;
import org.anamnesis.given.GivenCharts;
import org.anamnesis.given.GivenOutcome;
import org.anamnesis.guard.Limits;
import org.anamnesis.reading.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contexts of a chart that is given: a long surgical admission. */
class PatientContextsTest {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final Path OKONJO = Path.of("deploy/sandbox/charts/gold/long-surgical-admission/bundle.json");
    private static final ClinicalTime NOW = ClinicalTime.day(LocalDate.of(2025, 10, 1));

    private final RecordedEvents audit = new RecordedEvents();
    private final ChartReader reader = new ChartReader(R4, SearchPlans.SHIPPED, ReadLimits.DEFAULT);
    private final PatientContexts contexts = new PatientContexts(reader, audit);

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void aWholeChartComesWithinItsBudgetWithWhatWasLeftOut() {
        PatientContext small = context(wanted(Optional.empty(), Frame.WHOLE, 600));
        PatientContext large = context(wanted(Optional.empty(), Frame.WHOLE, 24_000));

        assertThat(small.tokens()).isLessThanOrEqualTo(large.tokens());
        assertThat(small.digest().included()).hasSizeLessThan(large.digest().included().size());
        assertThat(small.digest().leftOut()).anyMatch(left -> left.reason().equals("budget"));
        assertThat(large.digest().leftOut()).noneMatch(left -> left.reason().equals("budget"));
    }

    @Test
    void theResourcesAreThoseTheFactsWereMadeOfAndNoneTwice() {
        PatientContext context = context(wanted(Optional.of("potassium"), Frame.WHOLE, 2_000));

        List<String> references = context.resources().stream()
                .map(resource -> resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .toList();
        assertThat(references).doesNotHaveDuplicates().contains("Patient/okonjo");
        List<String> cited = facts(context).stream()
                .flatMap(Fact::resources)
                .map(resource -> resource.reference())
                .distinct()
                .toList();
        assertThat(references).containsExactlyInAnyOrderElementsOf(cited).hasSizeLessThan(60);
    }

    @Test
    void aFocusChoosesWhatBearsOnItAndKeepsWhatNobodyMayMiss() {
        PatientContext context = context(wanted(Optional.of("What was the last potassium?"), Frame.WHOLE, 2_000));

        assertThat(context.choice()).get().isInstanceOf(Choice.Chosen.class);
        assertThat(names(context)).anyMatch(name -> name.contains("Potassium"));
        assertKept(context, FactKind.ALLERGY);
        assertKept(context, FactKind.PROBLEM);
        assertKept(context, FactKind.MEDICATION);
    }

    /** Every current fact of a kind is there. */
    private static void assertKept(PatientContext context, FactKind kind) {
        assertThat(context.digest().included())
                .containsAll(context.framed()
                        .chart()
                        .facts(kind)
                        .filter(fact -> fact.standing() == Standing.ACTIVE)
                        .map(Fact::id)
                        .toList());
    }

    @Test
    void aFocusThatNothingBearsOnSaysSoAndWhatWasSearched() {
        PatientContext context = context(wanted(Optional.of("xylophone lessons"), Frame.WHOLE, 2_000));

        assertThat(context.choice()).get().isInstanceOf(Choice.NothingFound.class);
        assertThat(context.choice().orElseThrow().searched()).isNotEmpty();
        assertKept(context, FactKind.ALLERGY);
    }

    @Test
    void aPeriodBoundsWhatIsChosen() {
        Span june = new Span(Times.parse("2025-06-01"), Times.parse("2025-06-30"), true);
        PatientContext context =
                context(wanted(Optional.of("potassium"), Frame.WHOLE.with(Optional.of(june), false), 2_000));

        assertThat(context.framed().leftOut()).containsKey(Place.OUTSIDE);
        assertThat(facts(context))
                .filteredOn(fact -> fact.kind() == FactKind.RESULT)
                .allSatisfy(fact -> assertThat(fact.time().orElseThrow().iso()).startsWith("2025-06"));
        assertThat(facts(context))
                .filteredOn(fact -> fact.kind() == FactKind.ALLERGY)
                .isNotEmpty();
    }

    @Test
    void aVisitsOwnFactsComeFirst() {
        GivenChart given = given();
        Visit stay = given.visit("okonjo-e-ip").orElseThrow();
        PatientContext context = context(new ContextRequest(
                "ward",
                new ChartSource.Given(given),
                "okonjo",
                stay.over().orElseThrow(),
                wanted(Optional.of("haemoglobin hemoglobin"), Frame.of(stay), 2_000),
                "tester"));

        List<Fact> results = facts(context).stream()
                .filter(fact -> fact.kind() == FactKind.RESULT)
                .toList();
        assertThat(results).isNotEmpty();
        boolean outside = false;
        for (Fact fact : results) {
            boolean isOfStay = context.framed().ofVisit().contains(fact.id());
            assertThat(outside && isOfStay).as(fact.toString()).isFalse();
            outside |= !isOfStay;
        }
    }

    @Test
    void invariant9NothingIsGivenThatCannotBeRecorded() {
        context(wanted(Optional.empty(), Frame.WHOLE, 2_000));
        assertThat(audit.events())
                .containsExactly(new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        "ward",
                        Optional.of("okonjo"),
                        "tester",
                        "context, chart given by the caller"));

        audit.refuse();
        assertThatThrownBy(() -> context(wanted(Optional.empty(), Frame.WHOLE, 2_000)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCanBeNobodysIdIsAnUnknownPatientBeforeAnythingIsRecorded() {
        ContextRequest request = new ContextRequest(
                "ward",
                new ChartSource.Given(given()),
                "..",
                NOW,
                wanted(Optional.empty(), Frame.WHOLE, 2_000),
                "tester");

        assertThat(contexts.contextOf(request)).isEqualTo(new ContextOutcome.UnknownPatient());
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void aGivenChartIsNotAnotherPatients() {
        ContextRequest request = new ContextRequest(
                "ward",
                new ChartSource.Given(given()),
                "lindgren",
                NOW,
                wanted(Optional.empty(), Frame.WHOLE, 2_000),
                "tester");

        assertThat(contexts.contextOf(request)).isEqualTo(new ContextOutcome.UnknownPatient());
    }

    private static Wanted wanted(Optional<String> focus, Frame frame, int budget) {
        return new Wanted(focus, frame, Optional.of(budget));
    }

    private PatientContext context(Wanted wanted) {
        return context(new ContextRequest("ward", new ChartSource.Given(given()), "okonjo", NOW, wanted, "tester"));
    }

    private PatientContext context(ContextRequest request) {
        ContextOutcome outcome = contexts.contextOf(request);
        assertThat(outcome).isInstanceOf(ContextOutcome.Composed.class);
        return ((ContextOutcome.Composed) outcome).context();
    }

    private static GivenChart given() {
        try {
            GivenOutcome outcome = new GivenCharts(R4, Limits.CALLER)
                    .take(
                            Format.JSON.cut(Files.readAllBytes(OKONJO)).entries(),
                            Format.JSON,
                            Optional.of("okonjo"),
                            "https://ehr.example/fhir");
            assertThat(outcome).isInstanceOf(GivenOutcome.Taken.class);
            return ((GivenOutcome.Taken) outcome).chart();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Fact> facts(PatientContext context) {
        return context.digest().included().stream()
                .flatMap(id -> context.framed().chart().fact(id).stream())
                .toList();
    }

    private static List<String> names(PatientContext context) {
        return facts(context).stream().map(fact -> fact.concept().text()).toList();
    }
}
