package org.anamnesis.modelcard;

import org.anamnesis.modelcard.ModelCard.Element;

/** The model card as Markdown (AIModelCard wants it so). */
public final class Markdown {

    private Markdown() {}

    /** The whole card. */
    public static String of(ModelCard card) {
        StringBuilder text = new StringBuilder("# Model card: Anamnesis ").append(card.version());
        text.append("\n\n## Language models\n");
        if (card.models().isEmpty()) {
            text.append("None is configured: rules write.\n");
        } else {
            text.append("| name | model | provider | host | settings |\n|---|---|---|---|---|\n");
            card.models()
                    .forEach(model ->
                            row(text, model.name(), model.model(), model.provider(), model.host(), model.settings()));
        }
        text.append("\n## Instructions\n| version | SHA-256 |\n|---|---|\n");
        card.prompts().forEach(prompt -> row(text, prompt.version(), prompt.hash()));
        frame(text, card, "hti-1", "Source attributes (45 CFR 170.315(b)(11)(iv)(B))");
        frame(text, card, "chai", "CHAI Applied Model Card");
        card.evaluation().ifPresent(last -> {
            text.append("\n## Figures\nRun on ")
                    .append(last.date())
                    .append(" with version ")
                    .append(last.version())
                    .append(".\n\n| set | figure | value | as wanted |\n|---|---|---|---|\n");
            last.figures()
                    .forEach(figure -> row(
                            text,
                            figure.set(),
                            figure.what(),
                            figure.value(),
                            figure.met().map(met -> met ? "yes" : "no").orElse("")));
        });
        return text.toString();
    }

    private static void frame(StringBuilder text, ModelCard card, String framework, String title) {
        text.append("\n## ").append(title).append('\n');
        String group = "";
        for (Element element : card.elements()) {
            if (!element.framework().equals(framework)) {
                continue;
            }
            if (!element.group().equals(group)) {
                group = element.group();
                text.append("\n### ").append(group).append('\n');
            }
            text.append("- **").append(element.title()).append("**: ");
            text.append(line(element.answer()
                            .orElseGet(() -> "not available, because "
                                    + element.because().orElseThrow() + ".")))
                    .append('\n');
        }
    }

    private static void row(StringBuilder text, String... cells) {
        for (String cell : cells) {
            text.append("| ").append(line(cell).replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
