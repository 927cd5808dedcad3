package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Value;

/**
 * Text of the chart without what a reader cannot see: control characters, bidirectional overrides, zero-width
 * characters. White space is folded to one blank, and an endless text is cut with a mark.
 */
final class PlainText {

    private static final int MAX_LENGTH = 2_000;
    private static final String CUT = " [...]";
    private static final String NOTHING_LEFT = "text without visible characters";

    private PlainText() {}

    /** The visible text; may be empty. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        boolean blank = true;
        int index = 0;
        while (index < text.length() && visible.length() < MAX_LENGTH) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            if (isSpace(character)) {
                if (!blank) {
                    visible.append(' ');
                }
                blank = true;
            } else if (!isHidden(character)) {
                visible.appendCodePoint(character);
                blank = false;
            }
        }
        String folded = visible.toString().strip();
        return index < text.length() ? folded + CUT : folded;
    }

    /** The finding in visible words; where any were hidden, it says so. */
    static Finding of(Finding finding) {
        boolean hidden = texts(finding).anyMatch(PlainText::hasHidden);
        List<Attribute> attributes = finding.attributes().stream()
                .map(PlainText::of)
                .filter(attribute -> !attribute.text().isEmpty())
                .toList();
        Stream<Attribute> mark = hidden
                ? Stream.of(Attribute.worded(Role.HIDDEN_CHARACTERS, "hidden characters were removed"))
                : Stream.empty();
        return new Finding(
                finding.kind(),
                of(finding.concept()),
                finding.value().map(PlainText::of),
                finding.standing(),
                finding.time(),
                Stream.concat(attributes.stream(), mark).toList(),
                finding.source(),
                finding.relations());
    }

    static boolean hasHidden(String text) {
        return text.codePoints().anyMatch(character -> isHidden(character) && !isSpace(character));
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Control, format (bidirectional, zero-width, byte order mark, tags), unassigned, private, and lone surrogates. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static Stream<String> texts(Finding finding) {
        return Stream.of(
                        Stream.of(finding.concept().text()),
                        finding.concept().codings().stream().map(Concept.Coding::display),
                        finding.value().map(Value::text).stream(),
                        finding.attributes().stream().map(Attribute::text))
                .flatMap(texts -> texts);
    }

    private static Attribute of(Attribute attribute) {
        return new Attribute(
                attribute.role(), of(attribute.text()), attribute.value().map(PlainText::of), attribute.time());
    }

    private static Concept of(Concept concept) {
        String text = of(concept.text());
        return new Concept(
                text.isEmpty() ? NOTHING_LEFT : text,
                concept.codings().stream()
                        .map(coding -> new Concept.Coding(of(coding.system()), of(coding.code()), of(coding.display())))
                        .toList());
    }

    private static Value of(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> of(quantity);
            case Value.Range range ->
                new Value.Range(range.low().map(PlainText::of), range.high().map(PlainText::of));
            case Value.Ratio ratio -> new Value.Ratio(of(ratio.numerator()), of(ratio.denominator()));
            case Value.Worded worded -> new Value.Worded(of(worded.concept()));
            case Value.Panel panel ->
                new Value.Panel(panel.components().stream()
                        .map(part -> new Value.Component(of(part.concept()), of(part.value())))
                        .toList());
        };
    }

    private static Value.Quantity of(Value.Quantity quantity) {
        Optional<String> ucum = quantity.ucum().map(PlainText::of);
        return new Value.Quantity(
                quantity.number(), of(quantity.unit()), ucum, quantity.comparator(), quantity.converted());
    }
}
