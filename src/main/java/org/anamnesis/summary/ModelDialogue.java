package org.anamnesis.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.Disclosure;
import org.anamnesis.model.ModelAnswer;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.Prompt;
import org.anamnesis.prompt.PromptFile;

/**
 * What is asked of a model for one draft: the summary, and once more the statements that were not borne out. Both have one
 * deadline, one cancellation and one model; each passes the privacy step, is recorded and counts for the budget.
 */
final class ModelDialogue {

    private static final int LONGEST_REFUSAL = 1_000;
    private static final Pattern REFUSAL =
            Pattern.compile("\\b(can't|cannot|can not|unable|sorry|won't|not able)\\b", Pattern.CASE_INSENSITIVE);

    private final ModelGateway gateway;
    private final ModelCall call;
    private final Disclosure disclosure;
    private final Function<Prompt, Released> privacy;
    private final Watcher watcher;
    private final List<ModelTry> tried = new ArrayList<>();
    private final List<CitationId> toldAgain = new ArrayList<>();

    ModelDialogue(
            ModelGateway gateway,
            ModelCall call,
            Disclosure disclosure,
            Function<Prompt, Released> privacy,
            Watcher watcher) {
        this.gateway = gateway;
        this.call = call;
        this.disclosure = disclosure;
        this.privacy = privacy;
        this.watcher = watcher;
    }

    /** What came of it. */
    sealed interface Result {

        /**
         * There are statements, at least one of which is borne out.
         *
         * @param toldAgain what of the chart stood in the second question
         */
        record Wrote(Authorship.ByModel by, List<CheckedStatement> statements, List<CitationId> toldAgain)
                implements Result {}

        /** There are none, or none that is borne out. */
        record Nothing(Authorship.Fallback why, List<ModelTry> tried, List<CheckedStatement> withheld)
                implements Result {}
    }

    /** Statements that answer a question; what is not borne out is not asked for again. */
    Proposals propose(Assignment assignment, Prompt asked) {
        return switch (write(assignment, asked, assignment.chart(), Optional.empty())) {
            case Result.Wrote wrote ->
                Proposals.of(wrote.statements(), wrote.by().tried());
            case Result.Nothing nothing -> Proposals.of(nothing.withheld(), nothing.tried());
        };
    }

    /**
     * @param permitted what of the assignment's chart the model may see
     * @param repair how what is not borne out is asked for again; empty where it is not
     */
    Result write(Assignment assignment, Prompt asked, Chart permitted, Optional<PromptFile> repair) {
        Released released = privacy.apply(asked);
        Writing writing = new Writing(assignment, released::restored, watcher);
        watcher.writing();
        ModelCall recorded = recorded(call, released);
        ModelAnswer answer = watcher.isLive()
                ? gateway.ask(released, recorded, (line, model) -> writing.line(line))
                : gateway.ask(released, recorded);
        note(answer, released);
        return switch (answer) {
            case ModelAnswer.Failed failed -> nothing(failed);
            case ModelAnswer.Written written -> {
                if (!watcher.isLive()) {
                    written.lines().forEach(writing::line);
                }
                repair.ifPresent(file -> repair(writing, permitted, file, written));
                yield writing.isAnyShown()
                        ? new Result.Wrote(
                                new Authorship.ByModel(
                                        written.model().model(),
                                        released.promptVersion(),
                                        released.promptHash(),
                                        tried),
                                writing.checked(),
                                List.copyOf(toldAgain))
                        : new Result.Nothing(withoutStatements(written, writing), tried, writing.checked());
            }
        };
    }

    private Result nothing(ModelAnswer.Failed failed) {
        if (failed.reason() == ModelAnswer.Reason.CANCELLED) {
            throw new CancellationException("nobody waits for the summary");
        }
        return new Result.Nothing(fallback(failed.reason()), tried, List.of());
    }

    /** Once, by the model that wrote; where it does not answer, what failed stays withheld. */
    private void repair(Writing writing, Chart permitted, PromptFile file, ModelAnswer.Written written) {
        Optional<Repair> wanted = Repair.of(writing.checked(), permitted, writing.citations(permitted));
        if (wanted.isEmpty()) {
            return;
        }
        watcher.repairing(wanted.get().statements());
        Released again = privacy.apply(wanted.get().prompt(file));
        toldAgain.addAll(wanted.get().told());
        ModelCall recorded = recorded(call, again).only(written.model());
        Consumer<String> replace = line -> wanted.get().line(line, writing, again::restored);
        ModelAnswer answer = watcher.isLive()
                ? gateway.ask(again, recorded, (line, model) -> replace.accept(line))
                : gateway.ask(again, recorded);
        note(answer, again);
        if (answer instanceof ModelAnswer.Written rewritten) {
            if (!watcher.isLive()) {
                rewritten.lines().forEach(replace);
            }
        } else if (call.cancellation().isCancelled()) {
            throw new CancellationException("nobody waits for the summary");
        }
    }

    /**
     * A second opinion on what the check has passed; where the model does not answer, it doubts nothing.
     *
     * @param permitted what of the chart the model may see
     */
    Opinion opinion(List<Opinion.Passed> passed, Chart permitted, PromptFile file) {
        Optional<Doubts> doubts = Doubts.about(passed, permitted);
        if (doubts.isEmpty()) {
            return Opinion.NONE;
        }
        int statements = doubts.get().asked().size();
        watcher.doubting(statements);
        Released question = privacy.apply(doubts.get().prompt(file));
        ModelAnswer answer = gateway.ask(question, recorded(call, question));
        note(answer, question);
        if (call.cancellation().isCancelled()) {
            throw new CancellationException("nobody waits for the summary");
        }
        return new Opinion(
                statements,
                answer instanceof ModelAnswer.Written written ? doubts.get().doubted(written.text()) : Set.of(),
                tried,
                doubts.get().told());
    }

    private ModelCall recorded(ModelCall plain, Released prompt) {
        return plain.disclosing(disclosure.under(prompt.promptVersion()));
    }

    private void note(ModelAnswer answer, Released prompt) {
        List<ModelAnswer.Attempt> failed = switch (answer) {
            case ModelAnswer.Failed none -> none.attempts();
            case ModelAnswer.Written written -> written.before();
        };
        failed.forEach(attempt -> tried.add(new ModelTry(
                attempt.model().model(), prompt.promptVersion(), attempt.cause().code())));
        if (answer instanceof ModelAnswer.Written written) {
            tried.add(new ModelTry(written.model().model(), prompt.promptVersion(), ModelTry.ANSWERED));
        }
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
    private static Authorship.Fallback withoutStatements(ModelAnswer.Written written, Writing writing) {
        return writing.checked().isEmpty()
                        && written.text().length() < LONGEST_REFUSAL
                        && REFUSAL.matcher(written.text()).find()
                ? Authorship.Fallback.REFUSED
                : Authorship.Fallback.UNUSABLE;
    }
}
