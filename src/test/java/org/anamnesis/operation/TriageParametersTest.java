package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.acuity.Adviser;
import org.anamnesis.acuity.TriageOutcome;
import org.anamnesis.acuity.TriageRequest;
import org.anamnesis.acuity.Triages;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.frame.Frame;
import org.anamnesis.given.Format;
import org.anamnesis.given.GivenCharts;
import org.anamnesis.given.GivenOutcome;
import org.anamnesis.guard.Limits;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.store.RememberedDrafts;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code $triage} answers is what its definition publishes. */
class TriageParametersTest {

    private static final Published PUBLISHED = new Published("triage");
    private static final FhirContext R4 = FhirContext.forR4();
    private static final ClinicalTime NOON = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 12, 0), ZoneOffset.UTC);

    private RecordedEvents audit;
    private RememberedDrafts drafts;

    @BeforeEach
    void begin() {
        audit = new RecordedEvents();
        drafts = new RememberedDrafts();
    }

    @Test
    void answersWithParametersThatItsDefinitionPublishesAndAllThatItRequires() throws IOException {
        for (Parameters answer : List.of(answer(visit()), answer(""))) {
            PUBLISHED.assertHolds(answer);
        }
    }

    @Test
    void takesExactlyTheParametersItsDefinitionPublishes() {
        assertThat(PUBLISHED.taken()).containsExactlyInAnyOrderElementsOf(TriageOperation.PARAMETERS);
    }

    @Test
    void theLevelHasAnAnswerToEachPointWithEvidenceSourcesAndPublications() throws IOException {
        ParametersParameterComponent acuity =
                named(answer(visit()), "acuity").findFirst().orElseThrow();
        assertThat(value(acuity, "level")).isEqualTo("2");
        assertThat(value(acuity, "by")).isEqualTo("rules");
        assertThat(parts(acuity, "point").map(point -> value(point, "point"))).containsExactly("A", "B", "C", "D");
        List<ParametersParameterComponent> reasons =
                parts(acuity, "point").flatMap(point -> parts(point, "reason")).toList();
        assertThat(reasons).isNotEmpty().allSatisfy(reason -> {
            assertThat(parts(reason, "publication")).isNotEmpty();
            assertThat(value(reason, "review")).isNotBlank();
        });
        assertThat(reasons.stream()
                        .flatMap(reason -> parts(reason, "evidence"))
                        .flatMap(evidence -> parts(evidence, "citation"))
                        .flatMap(citation -> parts(citation, "source")))
                .isNotEmpty();
    }

    @Test
    void aScoreShowsEachInputWithValueTimeAndSource() throws IOException {
        ParametersParameterComponent news2 = named(answer(visit()), "score")
                .filter(score -> value(score, "name").equals("NEWS2"))
                .findFirst()
                .orElseThrow();
        assertThat(value(news2, "outcome")).isEqualTo("computed");
        assertThat(value(news2, "total")).isEqualTo("10");
        assertThat(parts(news2, "component"))
                .hasSize(7)
                .allSatisfy(component -> assertThat(parts(component, "input").toList())
                        .isNotEmpty()
                        .allSatisfy(input -> {
                            assertThat(value(input, "value")).isNotBlank();
                            assertThat(value(input, "when")).startsWith("2024-03-10T11:30");
                            assertThat(parts(input, "citation").flatMap(each -> parts(each, "source")))
                                    .hasSize(1);
                        }));
    }

    @Test
    void aScoreWithoutItsInputsHasNoTotalAndSaysWhatIsMissing() throws IOException {
        Parameters answer = answer("");
        ParametersParameterComponent news2 = named(answer, "score").findFirst().orElseThrow();
        assertThat(value(news2, "outcome")).isEqualTo("not-computable");
        assertThat(parts(news2, "total")).isEmpty();
        assertThat(parts(news2, "missing")).hasSize(7);
        assertThat(named(answer, "risk")).isEmpty();
        assertThat(named(answer, "proposal")).isEmpty();
        assertThat(parts(named(answer, "acuity").findFirst().orElseThrow(), "level"))
                .isEmpty();
    }

    @Test
    void everyComputedScoreIsAPreliminaryRiskAssessmentOnItsInputs() throws IOException {
        Parameters answer = answer(visit());
        List<RiskAssessment> risks = named(answer, "risk")
                .map(risk -> (RiskAssessment) risk.getResource())
                .toList();
        assertThat(risks)
                .hasSize((int) named(answer, "score")
                        .filter(score -> value(score, "outcome").equals("computed"))
                        .count())
                .allSatisfy(risk -> {
                    assertThat(risk.getStatus()).isEqualTo(RiskAssessment.RiskAssessmentStatus.PRELIMINARY);
                    assertThat(risk.getSubject().getReference()).isEqualTo("Patient/p1");
                    assertThat(risk.getMethod().getText()).contains("version");
                    assertThat(risk.getPredictionFirstRep().getQualitativeRisk().getText())
                            .isNotBlank();
                });
        assertThat(risks.getFirst().getBasis())
                .hasSize(7)
                .allSatisfy(basis -> assertThat(basis.getReference()).matches("Observation/[a-z0-9]+/_history/1"));
    }

    @Test
    void whatIsProposedIsADraftThatNobodyFiles() throws IOException {
        List<ParametersParameterComponent> proposals =
                named(answer(visit()), "proposal").toList();
        assertThat(proposals)
                .hasSize(2)
                .allMatch(proposal -> value(proposal, "intent").equals("proposal"));
        Flag flag = (Flag) parts(proposals.getFirst(), "resource")
                .findFirst()
                .orElseThrow()
                .getResource();
        CommunicationRequest request = (CommunicationRequest)
                parts(proposals.getLast(), "resource").findFirst().orElseThrow().getResource();
        assertThat(flag.getStatus()).isEqualTo(Flag.FlagStatus.INACTIVE);
        assertThat(flag.getCode().getText()).contains("NEWS2 10 (high)", "For review");
        assertThat(request.getStatus()).isEqualTo(CommunicationRequest.CommunicationRequestStatus.DRAFT);
    }

    @Test
    void theTextIsKeptAsADraftThatIsSignedAndFiledAsATriageNote() throws IOException {
        Parameters answer = answer(visit());
        DocumentReference document = (DocumentReference)
                named(answer, "document").findFirst().orElseThrow().getResource();
        assertThat(document.getDocStatus().toCode()).isEqualTo("preliminary");
        assertThat(document.getStatus()).isEqualTo(Enumerations.DocumentReferenceStatus.CURRENT);
        assertThat(document.getType().getCodingFirstRep().getCode()).isEqualTo("54094-8");
        assertThat(drafts.kept()).singleElement().satisfies(draft -> {
            assertThat(draft.id().toString()).isEqualTo(document.getIdElement().getIdPart());
            assertThat(draft.text())
                    .isEqualTo(new String(
                            document.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8));
            assertThat(draft.textHash()).isEqualTo(value(answer, "text-hash"));
            assertThat(draft.content().statements()).isNotEmpty();
        });
        assertThat(audit.events()).extracting(AuditEvent::detail).containsExactly("triage, chart given by the caller");
    }

    @Test
    void aDisclosureThatCannotBeRecordedDoesNotHappen() {
        audit.refuse();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> answer(visit()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(drafts.kept()).isEmpty();
    }

    private static String visit() {
        return """
                ,{"resource":{"resourceType":"Encounter","id":"e1","meta":{"versionId":"1"},"status":"in-progress",
                  "class":{"code":"EMER","display":"emergency"},"subject":{"reference":"Patient/p1"},
                  "period":{"start":"2024-03-10T11:20:00Z"},"reasonCode":[{"text":"Shortness of breath"}]}}
                """
                + observation("o1", "9279-1", "26", "/min")
                + observation("o2", "59408-5", "90", "%")
                + observation("o3", "8480-6", "98", "mm[Hg]")
                + observation("o4", "8867-4", "118", "/min")
                + observation("o5", "8310-5", "37.2", "Cel")
                + worded("o6", "80288-4", "Alert")
                + worded("o7", "98967-8", "Room air");
    }

    private static String observation(String id, String code, String value, String unit) {
        return observed(
                id,
                code,
                "\"valueQuantity\":{\"value\":" + value + ",\"unit\":\"" + unit
                        + "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"" + unit + "\"}");
    }

    private static String worded(String id, String code, String words) {
        return observed(id, code, "\"valueString\":\"" + words + "\"");
    }

    private static String observed(String id, String code, String value) {
        String text = code.equals("98967-8") ? "Supplemental oxygen" : code;
        return ",{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" + id
                + "\",\"meta\":{\"versionId\":\"1\"},\"status\":\"final\",\"code\":{"
                + (code.equals("98967-8")
                        ? ""
                        : "\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" + code + "\"}],")
                + "\"text\":\"" + text + "\"},\"subject\":{\"reference\":\"Patient/p1\"},"
                + "\"effectiveDateTime\":\"2024-03-10T11:30:00Z\"," + value + "}}";
    }

    private Parameters answer(String entries) throws IOException {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"gender\":\"female\",\"birthDate\":\"1957-03-22\"}}"
                + entries
                + "]}";
        GivenOutcome given = new GivenCharts(R4, Limits.CALLER)
                .take(
                        Format.JSON.cut(bundle.getBytes(StandardCharsets.UTF_8)).entries(),
                        Format.JSON,
                        Optional.of("p1"),
                        "https://ehr.example/fhir");
        try (ChartReader reader = new ChartReader(R4, SearchPlans.SHIPPED, ReadLimits.DEFAULT)) {
            TriageOutcome outcome = new Triages(
                            reader,
                            new Adviser(Optional.empty(), ehr -> ModelPrivacy.STRICT),
                            drafts,
                            audit,
                            Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC))
                    .triage(new TriageRequest(
                            "ward",
                            new ChartSource.Given(((GivenOutcome.Taken) given).chart()),
                            "p1",
                            Optional.empty(),
                            NOON,
                            Frame.WHOLE,
                            false,
                            "tester"));
            return TriageParameters.of((TriageOutcome.Composed) outcome);
        }
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static String value(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent of, String name) {
        return of.getPart().stream().filter(part -> part.getName().equals(name));
    }

    private static String value(ParametersParameterComponent of, String name) {
        return parts(of, name)
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
