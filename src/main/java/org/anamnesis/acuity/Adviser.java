package org.anamnesis.acuity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.chart.Chart;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.draft.Authorship;
import org.anamnesis.frame.Framed;
import org.anamnesis.model.Cancellation;
import org.anamnesis.model.Disclosure;
import org.anamnesis.model.ModelAnswer;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Pseudonyms;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.PromptFile;

/** Asks a model for its words on a visit, where one is configured, and has each of them checked against the chart. */
public final class Adviser {

    private static final String PROMPT = "triage-1";

    private static final SecureRandom CHANCE = new SecureRandom();

    /** What the routes of the configuration call this. */
    /** For what a model is asked here; an installation may name its own models for it. */
    public static final String PURPOSE = "triage";

    private final Optional<ModelGateway> model;
    private final Function<String, ModelPrivacy> privacy;
    private final PromptFile prompt = PromptFile.read(PROMPT);

    /**
     * @param model absent where none is configured
     * @param privacy what of an EHR's charts may go to a model
     */
    public Adviser(Optional<ModelGateway> model, Function<String, ModelPrivacy> privacy) {
        this.model = model;
        this.privacy = privacy;
    }

    /**
     * The model's words; whatever it does, this answers. The model sees the chart and no score.
     *
     * @param caller on whose behalf: whose budget counts
     */
    public Advice advise(Framed framed, ModelCall.Caller caller, Disclosure disclosure) {
        return advise(framed, ModelCall.of(PURPOSE, caller), disclosure);
    }

    /** The same, until {@code end} ends it. */
    public Advice advise(Framed framed, ModelCall.Caller caller, Disclosure disclosure, Cancellation end) {
        return advise(framed, ModelCall.of(PURPOSE, caller).cancelledBy(end), disclosure);
    }

    private Advice advise(Framed framed, ModelCall call, Disclosure disclosure) {
        return model.map(gateway -> ask(gateway, framed, call, disclosure)).orElseGet(Advice.None::new);
    }

    private Advice ask(ModelGateway gateway, Framed framed, ModelCall plain, Disclosure disclosure) {
        ModelCall.Caller caller = plain.caller();
        Chart chart = framed.chart();
        ModelPrivacy rules = caller.ehr().map(privacy).orElse(ModelPrivacy.STRICT);
        ModelPrivacy.Permitted permitted = rules.of(chart);
        if (permitted.denied()) {
            return new Advice.Failed(Authorship.Fallback.DENIED);
        }
        Digest digest = Digester.digest(permitted.chart(), framed.ofVisit(), Digester.DEFAULT_BUDGET_TOKENS);
        Released released = rules.pseudonyms()
                ? PrivacyStep.release(prompt.over(digest), chart.patient(), Pseudonyms.of(CHANCE.nextLong()))
                : PrivacyStep.release(prompt.over(digest), chart.patient());
        ModelCall call = plain.disclosing(disclosure.under(released.promptVersion()));
        return switch (gateway.ask(released, call)) {
            case ModelAnswer.Failed failed -> new Advice.Failed(fallback(failed.reason()));
            case ModelAnswer.Written written -> {
                Advice.Given given = AdviceLines.read(
                        released.restored(written.text()),
                        chart,
                        new Authorship.ByModel(
                                written.model().model(), released.promptVersion(), released.promptHash()),
                        digest.included());
                yield given.statements().isEmpty() ? new Advice.Failed(Authorship.Fallback.UNUSABLE) : given;
            }
        };
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
}
