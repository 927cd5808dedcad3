package org.anamnesis.modelcard;

import java.util.List;
import java.util.Optional;

/**
 * A model card.
 *
 * @param version of the product
 * @param models the configured language models; empty where rules write
 * @param prompts the instructions, each with version and SHA-256
 * @param evaluation the last one, where one is configured
 * @param elements the 31 HTI-1 source attributes, then the CHAI elements
 */
public record ModelCard(
        String version,
        List<Model> models,
        List<Instructions> prompts,
        Optional<Evaluation> evaluation,
        List<Element> elements) {

    public ModelCard {
        models = List.copyOf(models);
        prompts = List.copyOf(prompts);
        elements = List.copyOf(elements);
    }

    /**
     * A configured language model.
     *
     * @param name in this installation
     * @param model as its provider calls it, and as documents name it
     * @param provider the protocol of its endpoint
     * @param host where it runs
     * @param settings how it is asked, in words
     */
    public record Model(String name, String model, String provider, String host, String settings) {}

    /** Instructions to a model: name with version, and SHA-256 in hex. */
    public record Instructions(String version, String hash) {}

    /**
     * The last evaluation.
     *
     * @param date when it was run
     * @param version of the product that was evaluated
     * @param model the language model that wrote, or none: then rules did
     * @param data the name of the data's folder
     * @param figures what was measured
     */
    public record Evaluation(String date, String version, Optional<String> model, String data, List<Figure> figures) {
        public Evaluation {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A measured figure.
     *
     * @param set the evaluation set
     * @param what in words
     * @param value with its unit and interval, in words
     * @param met whether it is as good as was wanted; absent where nothing was
     */
    public record Figure(String set, String what, String value, Optional<Boolean> met) {}

    /**
     * An element of the card; it has an answer or a reason why there is none.
     *
     * @param framework {@code hti-1} or {@code chai}
     * @param id within it
     * @param group the heading it stands under
     * @param title what is asked
     * @param answer what is said
     * @param because why nothing can be said
     */
    public record Element(
            String framework,
            String id,
            String group,
            String title,
            Optional<String> answer,
            Optional<String> because) {

        public Element {
            if (answer.isPresent() == because.isPresent()) {
                throw new IllegalArgumentException("an element has an answer or a reason why not");
            }
        }
    }
}
