package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.ask.Answer;
import org.anamnesis.ask.OutOfScope;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.inquiry.Inquiries;
import org.anamnesis.inquiry.Inquiry;
import org.anamnesis.inquiry.InquiryOutcome;
import org.anamnesis.model.ModelCall;
import org.anamnesis.summary.Opinion;
import org.anamnesis.summary.Proposals;
import org.anamnesis.summary.Writer;
import org.anamnesis.verify.TextCheck;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** {@code $ask} and {@code $verify} on Patient and Encounter: what one chart says to a question, and to somebody's text. */
@ApplicationScoped
public class InquiryOperations {

    private static final Set<String> MODELS = Set.of("rules", "configured");
    private static final List<String> ASKED = List.of("question", "asOf", "model", Input.CONTEXT);
    private static final List<String> VERIFIED = List.of("text", "asOf", "model", Input.CONTEXT);
    private static final int LONGEST_QUESTION_CHARACTERS = 500;
    private static final int LONGEST_TEXT_CHARACTERS = 100_000;

    private final @Nullable Inquiries inquiries;
    private final @Nullable Writer writer;
    private final @Nullable Subjects subjects;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected InquiryOperations() {
        this.inquiries = null;
        this.writer = null;
        this.subjects = null;
        this.clock = null;
    }

    @Inject
    public InquiryOperations(Inquiries inquiries, Writer writer, Subjects subjects, Clock clock) {
        this.inquiries = inquiries;
        this.writer = writer;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** One question on a patient's chart. */
    @Operation(name = "$ask", typeName = "Patient")
    public Parameters askPatient(@IdParam IdType patient, ServletRequestDetails details) {
        Asked asked = Asked.of(details, ASKED, "question", LONGEST_QUESTION_CHARACTERS);
        refuseOutOfScope(asked.words());
        Subject subject = Objects.requireNonNull(subjects).ofPatient(details, patient.getIdPart(), asked.input());
        return answer(details, asked, subject);
    }

    /** The same as of a visit. */
    @Operation(name = "$ask", typeName = "Encounter")
    public Parameters askEncounter(@IdParam IdType encounter, ServletRequestDetails details) {
        Asked asked = Asked.of(details, ASKED, "question", LONGEST_QUESTION_CHARACTERS);
        refuseOutOfScope(asked.words());
        Subject subject = Objects.requireNonNull(subjects).ofEncounter(details, encounter.getIdPart(), asked.input());
        return answer(details, asked, subject);
    }

    /** Somebody's text against a patient's chart. */
    @Operation(name = "$verify", typeName = "Patient")
    public Parameters verifyPatient(@IdParam IdType patient, ServletRequestDetails details) {
        Asked asked = Asked.of(details, VERIFIED, "text", LONGEST_TEXT_CHARACTERS);
        Subject subject = Objects.requireNonNull(subjects).ofPatient(details, patient.getIdPart(), asked.input());
        return verified(details, asked, subject);
    }

    /** The same as of a visit. */
    @Operation(name = "$verify", typeName = "Encounter")
    public Parameters verifyEncounter(@IdParam IdType encounter, ServletRequestDetails details) {
        Asked asked = Asked.of(details, VERIFIED, "text", LONGEST_TEXT_CHARACTERS);
        Subject subject = Objects.requireNonNull(subjects).ofEncounter(details, encounter.getIdPart(), asked.input());
        return verified(details, asked, subject);
    }

    private record Asked(Input input, String words, Optional<ClinicalTime> asOf) {

        static Asked of(ServletRequestDetails details, List<String> known, String name, int longest) {
            Input input = Input.read(details, known);
            return new Asked(input, input.requiredText(name, longest), input.time("asOf"));
        }
    }

    private static void refuseOutOfScope(String question) {
        OutOfScope.of(question).ifPresent(kind -> {
            throw new Refusal(new Problem(
                    422,
                    IssueType.NOTSUPPORTED,
                    "out-of-scope",
                    kind.words(),
                    Optional.of("Parameters.parameter.where(name='question')")));
        });
    }

    private record Answered(Answer byRules, Optional<Proposals> proposed) {}

    /** By rules; only where they find nothing, and the caller wants it, by a model beside them. */
    private Parameters answer(ServletRequestDetails details, Asked asked, Subject subject) {
        boolean byModel = asked.input().code("model", MODELS, "rules").equals("configured");
        Inquiry inquiry = inquiry(details, asked, subject, "question");
        InquiryOutcome.Told<Answered> told = told(inquiry, chart -> {
            Answer answer = Answer.of(chart, asked.words());
            Optional<Proposals> proposed =
                    byModel && !answer.isFound() ? proposed(inquiry, chart, asked.words()) : Optional.empty();
            return new Answered(answer, proposed);
        });
        Parameters parameters = InquiryParameters.of(told.chart(), told.told().byRules());
        told.told().proposed().ifPresent(found -> InquiryParameters.propose(parameters, told.chart(), found));
        return parameters;
    }

    private Optional<Proposals> proposed(Inquiry inquiry, Chart chart, String question) {
        return Objects.requireNonNull(writer)
                .answer(
                        chart,
                        question,
                        ModelCall.Caller.of(inquiry.ehr(), inquiry.actor()),
                        Objects.requireNonNull(inquiries).disclosure(inquiry));
    }

    private Parameters verified(ServletRequestDetails details, Asked asked, Subject subject) {
        boolean byModel = asked.input().code("model", MODELS, "rules").equals("configured");
        Inquiry inquiry = inquiry(details, asked, subject, "verification");
        InquiryOutcome.Told<Verified> told = told(inquiry, chart -> {
            TextCheck check = TextCheck.of(chart, asked.words());
            return byModel ? doubted(inquiry, chart, check) : new Verified(check, Optional.empty());
        });
        Parameters parameters = InquiryParameters.of(told.chart(), told.told().check());
        told.told().opinion().ifPresent(opinion -> InquiryParameters.opinion(parameters, opinion));
        return parameters;
    }

    private record Verified(TextCheck check, Optional<Opinion> opinion) {}

    /** What a model doubts is lowered; it raises nothing. */
    private Verified doubted(Inquiry inquiry, Chart chart, TextCheck check) {
        Opinion opinion = Objects.requireNonNull(writer)
                .opinion(
                        chart,
                        check.sentences().stream()
                                .filter(one -> one.verdict() instanceof Verdict.Supported)
                                .map(InquiryOperations::passed)
                                .toList(),
                        ModelCall.Caller.of(inquiry.ehr(), inquiry.actor()),
                        Objects.requireNonNull(inquiries).disclosure(inquiry));
        return new Verified(check.doubting(one -> opinion.doubted().contains(passed(one))), Optional.of(opinion));
    }

    private static Opinion.Passed passed(TextCheck.Checked checked) {
        return new Opinion.Passed(checked.sentence().text(), checked.evidence());
    }

    private Inquiry inquiry(ServletRequestDetails details, Asked asked, Subject subject, String purpose) {
        FacadeCall call = FacadeCall.of(details);
        return new Inquiry(
                call.ehr().value(),
                subject.source(),
                subject.patient(),
                asked.asOf().orElseGet(() -> subject.now(Objects.requireNonNull(clock))),
                subject.frame().with(Optional.empty(), asked.asOf().isPresent()),
                call.actor(),
                purpose);
    }

    private <T> InquiryOutcome.Told<T> told(Inquiry inquiry, Function<Chart, T> tell) {
        return switch (Objects.requireNonNull(inquiries).of(inquiry, tell)) {
            case InquiryOutcome.Told<T> told -> told;
            case InquiryOutcome.UnknownPatient<T> ignored -> throw new Refusal(Problem.unknownPatient());
            case InquiryOutcome.NotPermitted<T> ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case InquiryOutcome.EhrUnavailable<T> unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }
}
