package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anamnesis.modelcard.Markdown;
import org.anamnesis.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/** The model card for the page's "about": which models and instructions, for whom, how well, and what nobody can say. */
@Path("{launchId}/api/model-card")
public class ModelCardResource {

    @Inject
    private ModelCard card;

    /** The card; null is what there is not. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View card() {
        return View.of(card);
    }

    /** The same as Markdown. */
    @GET
    @Produces("text/markdown;charset=utf-8")
    public String markdown() {
        return Markdown.of(card);
    }

    /** The answer. */
    public record View(
            String version,
            List<ModelCard.Model> models,
            List<ModelCard.Instructions> prompts,
            @Nullable EvaluationView evaluation,
            List<ElementView> elements) {

        static View of(ModelCard card) {
            return new View(
                    card.version(),
                    card.models(),
                    card.prompts(),
                    card.evaluation().map(EvaluationView::of).orElse(null),
                    card.elements().stream().map(ElementView::of).toList());
        }
    }

    /** The last evaluation. */
    public record EvaluationView(
            String date, String version, @Nullable String model, String data, List<FigureView> figures) {

        static EvaluationView of(ModelCard.Evaluation last) {
            return new EvaluationView(
                    last.date(),
                    last.version(),
                    last.model().orElse(null),
                    last.data(),
                    last.figures().stream()
                            .map(figure -> new FigureView(
                                    figure.set(),
                                    figure.what(),
                                    figure.value(),
                                    figure.met().orElse(null)))
                            .toList());
        }
    }

    /** A figure. */
    public record FigureView(
            String set, String what, String value, @Nullable Boolean met) {}

    /** An element: an answer, or why there is none. */
    public record ElementView(
            String framework,
            String id,
            String group,
            String title,
            @Nullable String answer,
            @Nullable String because) {

        static ElementView of(ModelCard.Element element) {
            return new ElementView(
                    element.framework(),
                    element.id(),
                    element.group(),
                    element.title(),
                    element.answer().orElse(null),
                    element.because().orElse(null));
        }
    }
}
