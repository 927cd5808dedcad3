package org.anamnesis.modelcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.modelcard.ModelCard.Element;

/** Reads the elements of a card from their file and fills in what is computed and what a hospital answers itself. */
final class Elements {

    private static final int FIELDS = 5;

    private Elements() {}

    /**
     * All elements, in the file's order.
     *
     * @param computed the answers for {@code @NAME}; a name without one gets its reason
     * @param own the hospital's answers, by {@code framework.id}
     */
    static List<Element> of(Map<String, Optional<String>> computed, Map<String, String> own) {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> element(line, computed, own))
                .toList();
    }

    private static Element element(String line, Map<String, Optional<String>> computed, Map<String, String> own) {
        String[] fields = line.split(" \\| ", FIELDS);
        String answer = fields[FIELDS - 1].strip();
        Optional<String> ours = Optional.ofNullable(own.get(fields[0] + "." + fields[1]));
        if (ours.isPresent()) {
            return element(fields, ours, "");
        }
        if (answer.startsWith("@")) {
            Optional<String> value =
                    Objects.requireNonNull(computed.get(answer.substring(1)), () -> "nobody computes " + answer);
            return element(fields, value, "no evaluation is configured (anamnesis.card.evaluation)");
        }
        return answer.startsWith("-")
                ? element(fields, Optional.empty(), answer.substring(1))
                : element(fields, Optional.of(answer), "");
    }

    private static Element element(String[] fields, Optional<String> answer, String because) {
        return new Element(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                answer,
                answer.isPresent() ? Optional.empty() : Optional.of(because));
    }

    private static String text() {
        try (InputStream file = Elements.class.getResourceAsStream("elements.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
