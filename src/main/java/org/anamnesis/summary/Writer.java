package org.anamnesis.summary;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.model.Disclosure;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.privacy.FlaggedPassages;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Pseudonyms;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.Prompt;
import org.anamnesis.prompt.PromptFile;
import org.anamnesis.rules.FactSentences;
import org.anamnesis.rules.MustInclude;
import org.anamnesis.rules.RuleComposer;

/** Turns a chart into a draft, by a model where there is one and by rules where there is none or it fails. */
public final class Writer {

    private static final String ASK = "ask";

    /** For what models are asked here; an installation may name its own models for each. */
    public static final Set<String> PURPOSES = Stream.concat(
                    Arrays.stream(SummaryKind.values()).map(SummaryKind::code), Stream.of(ASK, Doubts.PURPOSE))
            .collect(Collectors.toUnmodifiableSet());

    private static final String PROMPT_VERSION = "-3";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Optional<ModelGateway> model;
    private final Function<String, ModelPrivacy> privacy;
    private final Function<String, Extent> extents;
    private final Function<String, LookBack> lookBacks;
    private final Map<SummaryKind, PromptFile> prompts = Arrays.stream(SummaryKind.values())
            .collect(Collectors.toMap(kind -> kind, kind -> PromptFile.read(kind.code() + PROMPT_VERSION)));
    private final PromptFile ask = PromptFile.read(ASK + PROMPT_VERSION);
    private final PromptFile doubt = PromptFile.read("opinion-1");
    private final PromptFile repair = PromptFile.read("repair" + PROMPT_VERSION);

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
        this(model, privacy, ehr -> Extent.NORMAL, ehr -> LookBack.ALL);
    }

    /** A writer for which each EHR has its own rules of privacy, and says how much it wants, how far back. */
    public Writer(
            Optional<ModelGateway> model,
            Function<String, ModelPrivacy> privacy,
            Function<String, Extent> extents,
            Function<String, LookBack> lookBacks) {
        this.model = model;
        this.privacy = privacy;
        this.extents = extents;
        this.lookBacks = lookBacks;
    }

    /** How much of a summary an EHR wants where a request does not say. */
    Extent extent(String ehr) {
        return extents.apply(ehr);
    }

    /** How far back a summary looks where a request does not say. */
    LookBack lookBack(String ehr) {
        return lookBacks.apply(ehr);
    }

    /** Writes by the configured model, or by rules; nothing that bears a sensitive label goes to the model. */
    public Draft write(Assignment assignment, Disclosure disclosure) {
        return write(assignment, ModelCall.Caller.UNKNOWN, disclosure);
    }

    /** Writes by the configured model, or by rules, on behalf of a caller whose budget counts. */
    public Draft write(Assignment assignment, ModelCall.Caller caller, Disclosure disclosure) {
        return write(assignment, caller, disclosure, Watcher.NONE);
    }

    /** The same, while somebody watches. */
    public Draft write(Assignment assignment, ModelCall.Caller caller, Disclosure disclosure, Watcher watcher) {
        return model.map(gateway -> byModel(gateway, assignment, caller, disclosure, watcher))
                .orElseGet(() -> writeByRules(assignment));
    }

    /** How long a caller whose budget for models is used up has to wait; empty where a model would be asked now. */
    public Optional<Duration> usedUp(ModelCall.Caller caller) {
        return model.flatMap(gateway -> gateway.usedUp(caller, Digester.DEFAULT_BUDGET_TOKENS));
    }

    /** Writes by rules because the caller wants it so. */
    public Draft writeByRules(Assignment assignment) {
        return byRules(assignment, Optional.empty(), List.of());
    }

    private Draft byModel(
            ModelGateway gateway, Assignment whole, ModelCall.Caller caller, Disclosure disclosure, Watcher watcher) {
        ModelPrivacy rules = caller.ehr().map(privacy).orElse(ModelPrivacy.STRICT);
        ModelPrivacy.Permitted permitted = rules.of(whole.chart());
        if (permitted.denied()) {
            return byRules(whole, Optional.of(Authorship.Fallback.DENIED), List.of());
        }
        Assignment assignment = whole.over(permitted.told(whole.chart()));
        // While the model writes: the document has them, and neither depends on what is written.
        Conflicts.ahead(assignment.chart());
        FlaggedPassages.ahead(assignment.chart());
        PromptFile file = Objects.requireNonNull(prompts.get(whole.kind()));
        Assignment seen = whole.over(permitted.chart());
        Digest digest = seen.digest();
        ModelCall call = ModelCall.of(assignment.kind().code(), caller)
                .cancelledBy(watcher.cancellation())
                .by(gateway.deadline());
        ModelDialogue dialogue =
                new ModelDialogue(gateway, call, disclosure, prompt -> released(prompt, rules, whole.chart()), watcher);
        return switch (dialogue.write(assignment, file.over(digest), seen.told(), Optional.of(repair))) {
            case ModelDialogue.Result.Wrote wrote -> {
                Opinion opinion = opinion(
                        gateway,
                        Opinion.passed(wrote.statements()),
                        seen.told(),
                        whole.chart(),
                        rules,
                        call,
                        disclosure,
                        watcher);
                List<CheckedStatement> statements = opinion.over(wrote.statements());
                Authorship.ByModel by = wrote.by().followedBy(opinion.tried());
                yield statements.stream().anyMatch(CheckedStatement::isSupported)
                        ? draft(
                                assignment,
                                by,
                                statements,
                                Stream.of(digest.included(), wrote.toldAgain(), opinion.told())
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList(),
                                new Grounding(assignment.chart()))
                        : byRules(assignment, Optional.of(Authorship.Fallback.UNUSABLE), by.tried());
            }
            case ModelDialogue.Result.Nothing nothing ->
                byRules(assignment, Optional.of(nothing.why()), nothing.tried());
        };
    }

    /**
     * What a model proposes as the answer to a question about a chart, under the same privacy and the same check as every
     * statement; empty where no model is configured or a consent denies it. The question is data like the chart's lines.
     */
    public Optional<Proposals> answer(Chart chart, String question, ModelCall.Caller caller, Disclosure disclosure) {
        ModelPrivacy rules = caller.ehr().map(privacy).orElse(ModelPrivacy.STRICT);
        ModelPrivacy.Permitted permitted = rules.of(chart);
        return permitted.denied()
                ? Optional.empty()
                : model.map(gateway -> {
                    List<String> lines = new ArrayList<>();
                    lines.add("? | question | " + question);
                    lines.addAll(Digester.digest(permitted.chart(), Digester.DEFAULT_BUDGET_TOKENS)
                            .lines());
                    ModelCall call = ModelCall.of(ASK, caller).by(gateway.deadline());
                    return new ModelDialogue(
                                    gateway, call, disclosure, prompt -> released(prompt, rules, chart), Watcher.NONE)
                            .propose(Assignment.of(chart, SummaryKind.PROBLEM, Optional.empty()), ask.over(lines));
                });
    }

    /**
     * A second opinion on statements that the check has passed, where the installation names a model for it, under the same privacy,
     * record and budget as every question.
     */
    public Opinion opinion(Chart chart, List<Opinion.Passed> passed, ModelCall.Caller caller, Disclosure disclosure) {
        ModelPrivacy rules = caller.ehr().map(privacy).orElse(ModelPrivacy.STRICT);
        ModelPrivacy.Permitted permitted = rules.of(chart);
        return permitted.denied()
                ? Opinion.NONE
                : model.map(gateway -> opinion(
                                gateway,
                                passed,
                                permitted.chart(),
                                chart,
                                rules,
                                ModelCall.of(Doubts.PURPOSE, caller).by(gateway.deadline()),
                                disclosure,
                                Watcher.NONE))
                        .orElse(Opinion.NONE);
    }

    private Opinion opinion(
            ModelGateway gateway,
            List<Opinion.Passed> passed,
            Chart permitted,
            Chart whole,
            ModelPrivacy rules,
            ModelCall call,
            Disclosure disclosure,
            Watcher watcher) {
        ModelCall second = call.toward(Doubts.PURPOSE);
        return gateway.isNamedFor(second)
                ? new ModelDialogue(gateway, second, disclosure, prompt -> released(prompt, rules, whole), watcher)
                        .opinion(passed, permitted, doubt)
                : Opinion.NONE;
    }

    private static Released released(Prompt prompt, ModelPrivacy rules, Chart chart) {
        return rules.pseudonyms()
                ? PrivacyStep.release(prompt, chart.patient(), Pseudonyms.of(CHANCE.nextLong()))
                : PrivacyStep.release(prompt, chart.patient());
    }

    private static Draft byRules(
            Assignment assignment, Optional<Authorship.Fallback> insteadOfModel, List<ModelTry> tried) {
        Grounding grounding = new Grounding(assignment.chart());
        List<CheckedStatement> checked =
                RuleComposer.compose(assignment.told(), assignment.kind(), assignment.concerning()).stream()
                        .map(statement -> check(statement, assignment, grounding))
                        .toList();
        return draft(assignment, new Authorship.ByRules(insteadOfModel, tried), checked, List.of(), grounding);
    }

    /**
     * Rules choose words that hold of what they see. Of the whole chart "highest" may not hold: then the fact is told alone, so
     * that looking back less far never costs a fact that it looks at.
     */
    private static CheckedStatement check(Statement composed, Assignment assignment, Grounding grounding) {
        CheckedStatement checked = grounding.check(composed);
        return checked.isSupported() || assignment.horizon() == Horizon.NONE
                ? checked
                : checked.evidence().stream()
                        .limit(1)
                        .flatMap(id -> assignment.told().fact(id).stream())
                        .map(FactSentences::of)
                        .map(alone -> new Statement(composed.section(), alone.text(), alone.citations()))
                        .map(grounding::check)
                        .filter(CheckedStatement::isSupported)
                        .findFirst()
                        .orElse(checked);
    }

    private static Draft draft(
            Assignment assignment,
            Authorship authorship,
            List<CheckedStatement> checked,
            List<CitationId> told,
            Grounding grounding) {
        Chart seen = assignment.told();
        Shortening shortened = Shortening.of(assignment, checked);
        List<CheckedStatement> added = MustInclude.missing(seen, assignment.kind(), shortened.kept()).stream()
                .map(statement -> check(statement, assignment, grounding))
                .toList();
        // What contradicts what is looked at is told however old it is; old things among themselves are not.
        List<Conflict> conflicts = Conflicts.of(assignment.chart()).stream()
                .filter(conflict ->
                        conflict.citations().anyMatch(id -> seen.fact(id).isPresent()))
                .toList();
        return new Draft(
                assignment.chart(),
                assignment.kind(),
                authorship,
                shortened.kept(),
                added,
                conflicts,
                assignment.extent(),
                shortened.cut(),
                told,
                assignment.lookedBack());
    }
}
