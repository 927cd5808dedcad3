package org.anamnesis.draft;

/**
 * One model's turn at a draft.
 *
 * @param model the model's name as configured
 * @param prompt the instructions' name and version
 * @param outcome {@code answered}, or a stable word for why it did not: those of {@code docs/models.md}
 */
public record ModelTry(String model, String prompt, String outcome) {

    /** It gave a whole answer. */
    public static final String ANSWERED = "answered";
}
