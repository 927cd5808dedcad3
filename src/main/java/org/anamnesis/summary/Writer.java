package org.anamnesis.summary;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.model.ModelAnswer;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Pseudonyms;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.Prompt;
import org.anamnesis.prompt.PromptFile;
import org.anamnesis.rules.MustInclude;
import org.anamnesis.rules.RuleComposer;

/** Turns a chart into a draft, by a model where there is one and by rules where there is none or it fails. */
public final class Writer {

    private static final String PROMPT_VERSION = "-3";
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Pattern REFUSAL =
            Pattern.compile("\\b(can't|cannot|can not|unable|sorry|won't|not able)\\b", Pattern.CASE_INSENSITIVE);

    /** Records that chart text is about to go to a model; where it throws, the text does not go. */
    @FunctionalInterface
    public interface Disclosure {
        void record(String model, String promptVersion);
    }

    private final Optional<ModelGateway> model;
    private final Function<String, ModelPrivacy> privacy;
    private final Map<SummaryKind, PromptFile> prompts = Arrays.stream(SummaryKind.values())
            .collect(Collectors.toMap(kind -> kind, kind -> PromptFile.read(kind.code() + PROMPT_VERSION)));

    /** @param model absent where none is configured: then rules write, and nothing is a fallback */
    public Writer(Optional<ModelGateway> model) {
        this(model, ehr -> ModelPrivacy.STRICT);
    }

    /** Who writes here, for the log. */
    public String description() {
        return model.map(gateway -> "written by the model " + gateway.modelName())
                .orElse("composed by rules");
    }

    /** A writer for which each EHR has its own rules of privacy. */
    public Writer(Optional<ModelGateway> model, Function<String, ModelPrivacy> privacy) {
        this.model = model;
        this.privacy = privacy;
    }

    /** Writes by the configured model, or by rules; nothing that bears a sensitive label goes to the model. */
    public Draft write(Assignment assignment, Disclosure disclosure) {
        return write(assignment, ModelCall.Caller.UNKNOWN, disclosure);
    }

    /** Writes by the configured model, or by rules, on behalf of a caller whose budget counts. */
    public Draft write(Assignment assignment, ModelCall.Caller caller, Disclosure disclosure) {
        return model.map(gateway -> byModel(gateway, assignment, caller, disclosure))
                .orElseGet(() -> byRules(assignment, Optional.empty()));
    }

    /** Writes by rules because the caller wants it so. */
    public Draft writeByRules(Assignment assignment) {
        return byRules(assignment, Optional.empty());
    }

    private Draft byModel(
            ModelGateway gateway, Assignment whole, ModelCall.Caller caller, Disclosure disclosure) {
        ModelPrivacy rules = caller.ehr().map(privacy).orElse(ModelPrivacy.STRICT);
        ModelPrivacy.Permitted permitted = rules.of(whole.chart());
        if (permitted.denied()) {
            return byRules(whole, Optional.of(Authorship.Fallback.DENIED));
        }
        Assignment assignment = whole.over(permitted.told(whole.chart()));
        PromptFile prompt = Objects.requireNonNull(prompts.get(whole.kind()));
        Prompt asked = prompt.over(whole.over(permitted.chart()).digest());
        Released released = rules.pseudonyms()
                ? PrivacyStep.release(asked, whole.chart().patient(), Pseudonyms.of(CHANCE.nextLong()))
                : PrivacyStep.release(asked, whole.chart().patient());
        ModelCall call = ModelCall.of(assignment.kind().code(), caller)
                .disclosing(model -> disclosure.record(model.model(), released.promptVersion()));
        return switch (gateway.ask(released, call)) {
            case ModelAnswer.Failed failed -> byRules(assignment, Optional.of(fallback(failed.reason())));
            case ModelAnswer.Written written -> {
                List<Statement> statements = AnswerLines.read(written.text()).stream()
                        .filter(statement -> assignment.kind().sections().contains(statement.section()))
                        .map(statement -> new Statement(
                                statement.section(), released.restored(statement.text()), statement.citations()))
                        .toList();
                Draft draft = draft(
                        assignment,
                        new Authorship.ByModel(
                                written.model().model(), released.promptVersion(), released.promptHash()),
                        statements);
                yield draft.isAnyShown()
                        ? draft
                        : byRules(assignment, Optional.of(withoutStatements(written, statements)));
            }
        };
    }

    private static Draft byRules(Assignment assignment, Optional<Authorship.Fallback> insteadOfModel) {
        return draft(
                assignment,
                new Authorship.ByRules(insteadOfModel),
                RuleComposer.compose(assignment.chart(), assignment.kind(), assignment.concerning()));
    }

    private static Draft draft(Assignment assignment, Authorship authorship, List<Statement> statements) {
        Chart chart = assignment.chart();
        Grounding grounding = new Grounding(chart);
        List<CheckedStatement> checked =
                statements.stream().map(grounding::check).toList();
        List<CheckedStatement> added = MustInclude.missing(chart, assignment.kind(), checked).stream()
                .map(grounding::check)
                .toList();
        return new Draft(chart, assignment.kind(), authorship, checked, added, Conflicts.of(chart));
    }

    private static Authorship.Fallback fallback(ModelAnswer.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE, CANCELLED -> Authorship.Fallback.UNAVAILABLE;
            case TIMEOUT -> Authorship.Fallback.TIMEOUT;
            case REFUSED -> Authorship.Fallback.REFUSED;
            case UNUSABLE -> Authorship.Fallback.UNUSABLE;
            case BUDGET -> Authorship.Fallback.BUDGET;
        };
    }

    /** A short answer without one statement in it that says it cannot is a refusal; anything else is no use. */
    private static Authorship.Fallback withoutStatements(ModelAnswer.Written written, List<Statement> statements) {
        String text = written.text().toLowerCase(Locale.ROOT);
        return statements.isEmpty()
                        && text.length() < 1_000
                        && REFUSAL.matcher(text).find()
                ? Authorship.Fallback.REFUSED
                : Authorship.Fallback.UNUSABLE;
    }
}
