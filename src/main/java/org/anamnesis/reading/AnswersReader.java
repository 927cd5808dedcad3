package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * Answers to a questionnaire as one panel: each question that was answered, with its answer (QuestionnaireResponse).
 *
 * <p>Entered in error: no fact. In progress: preliminary. Completed and amended: final. Stopped: stopped.
 */
final class AnswersReader {

    private static final int MAX_DEPTH = 8;
    private static final String DISPLAY = "http://hl7.org/fhir/StructureDefinition/display";

    private AnswersReader() {}

    static Stream<Finding> read(QuestionnaireResponse answers) {
        List<Value.Component> parts = new ArrayList<>();
        answers.getItem().forEach(item -> read(item, parts, 0));
        Optional<Value> value = parts.isEmpty() ? Optional.empty() : Optional.of(new Value.Panel(parts));
        Attributes attributes = new Attributes().words(Role.CATEGORY, "questionnaire");
        return standing(answers).stream()
                .map(known -> new Finding(
                        FactKind.RESULT,
                        Concept.of(title(answers.getQuestionnaireElement())),
                        value,
                        known,
                        Times.of(answers.getAuthoredElement()),
                        attributes.list(),
                        Sources.of(answers, "item")));
    }

    private static void read(QuestionnaireResponseItemComponent item, List<Value.Component> parts, int depth) {
        String question = Words.nonBlank(item.getText())
                .or(() -> Words.nonBlank(item.getLinkId()))
                .orElse("Question");
        for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            Values.of(answer.getValue())
                    .ifPresent(value -> parts.add(new Value.Component(Concept.of(question), value)));
            if (depth < MAX_DEPTH) {
                answer.getItem().forEach(inner -> read(inner, parts, depth + 1));
            }
        }
        if (depth < MAX_DEPTH) {
            item.getItem().forEach(inner -> read(inner, parts, depth + 1));
        }
    }

    /** The display that US Core puts beside the canonical, else the last part of the canonical. */
    private static String title(CanonicalType questionnaire) {
        Extension display = questionnaire.getExtensionByUrl(DISPLAY);
        return Optional.ofNullable(display)
                .map(extension -> extension.getValue().primitiveValue())
                .flatMap(Words::nonBlank)
                .or(() -> Words.nonBlank(questionnaire.getValue()).map(AnswersReader::lastPart))
                .filter(title -> !title.isBlank())
                .orElse("Questionnaire");
    }

    private static String lastPart(String canonical) {
        String name = canonical.replaceFirst("[|#].*$", "");
        return name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[-_]+", " ")
                .strip();
    }

    private static Optional<Standing> standing(QuestionnaireResponse answers) {
        if (answers.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (answers.getStatus()) {
            case INPROGRESS -> Optional.of(Standing.PRELIMINARY);
            case COMPLETED, AMENDED -> Optional.of(Standing.FINAL);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
