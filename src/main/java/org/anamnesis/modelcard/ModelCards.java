package org.anamnesis.modelcard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anamnesis.modelcard.ModelCard.Evaluation;
import org.anamnesis.modelcard.ModelCard.Figure;
import org.anamnesis.modelcard.ModelCard.Instructions;
import org.anamnesis.modelcard.ModelCard.Model;

/** Makes the model card (45 CFR 170.315(b)(11)(iv)(B); CHAI Applied Model Card). */
public final class ModelCards {

    /** What tells of groups of patients in a figure's words. */
    private static final List<String> GROUPS = List.of(" sex", " age", " race", "women", "men ");

    /** What tells of harm. */
    private static final List<String> SAFETY =
            List.of("false", "under-triage", "other patients", "outside the quotation", "made up", "not in the chart");

    private ModelCards() {}

    /**
     * The card.
     *
     * @param own the hospital's answers, by {@code framework.id}, e.g. {@code hti-1.1.i}
     */
    public static ModelCard of(
            String version,
            List<Model> models,
            List<Instructions> prompts,
            Optional<Evaluation> evaluation,
            Map<String, String> own) {
        Map<String, Optional<String>> computed = new HashMap<>();
        computed.put("version", Optional.of("Version " + version));
        computed.put("models", Optional.of(models(models)));
        computed.put(
                "model-type",
                Optional.of(
                        models.isEmpty()
                                ? "Rules; no language model is configured."
                                : "A large language model writes; rules compute scores, check every statement and write where it cannot."));
        computed.put(
                "evaluation-data",
                evaluation.map(last -> "Sets " + sets(last) + " of \"" + last.data() + "\", run on " + last.date()
                        + " with version " + last.version() + ", written by "
                        + last.model().map(name -> "the model " + name).orElse("rules") + "."));
        computed.put("evaluation-figures", figures(evaluation, figure -> true));
        computed.put("fairness-figures", figures(evaluation, figure -> says(figure, GROUPS)));
        computed.put("safety-figures", figures(evaluation, figure -> says(figure, SAFETY)));
        computed.put("local-figures", figures(evaluation, figure -> figure.set().equals("charts")));
        return new ModelCard(version, models, prompts, evaluation, Elements.of(computed, own));
    }

    private static String models(List<Model> models) {
        return models.isEmpty()
                ? "None: rules write."
                : models.stream()
                        .map(model -> model.model() + " (" + model.name() + ", by " + model.provider() + " at "
                                + model.host() + ", " + model.settings() + ")")
                        .collect(Collectors.joining("; "));
    }

    private static String sets(Evaluation evaluation) {
        return evaluation.figures().stream().map(Figure::set).distinct().collect(Collectors.joining(", "));
    }

    private static boolean says(Figure figure, List<String> words) {
        String text = " " + figure.what().toLowerCase(Locale.ROOT) + " ";
        return words.stream().anyMatch(text::contains);
    }

    private static Optional<String> figures(Optional<Evaluation> evaluation, Predicate<Figure> which) {
        String text = evaluation.stream()
                .flatMap(last -> last.figures().stream())
                .filter(which)
                .map(figure -> figure.set() + ": " + figure.what() + " " + figure.value())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
