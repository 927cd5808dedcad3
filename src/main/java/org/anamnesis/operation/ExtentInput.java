package org.anamnesis.operation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.SummaryKind;

/** How much of a summary is asked for, how far back, and in which language. */
final class ExtentInput {

    private static final Set<String> LENGTHS =
            Arrays.stream(Extent.Length.values()).map(Extent.Length::code).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 300;

    private ExtentInput() {}

    /** The parameters {@code length} and {@code sections}; empty where neither is given. */
    static Optional<Extent> of(Input input, SummaryKind kind) {
        String none = "";
        Set<String> lengths = new LinkedHashSet<>(LENGTHS);
        lengths.add(none);
        String length = input.code("length", lengths, none);
        Set<Section> sections = input.text("sections", LONGEST).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(code -> section(code.strip(), kind))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return length.isEmpty() && sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new Extent(Extent.Length.ofCode(length).orElse(Extent.Length.NORMAL), sections));
    }

    private static Section section(String code, SummaryKind kind) {
        return Section.ofCode(code)
                .filter(kind.sections()::contains)
                .orElseThrow(() -> new Refusal(Problem.parameter(
                        "wrong-parameter",
                        "sections",
                        "The parameter sections must be some of these, separated by commas: "
                                + kind.sections().stream().map(Section::code).collect(Collectors.joining(", "))
                                + ".")));
    }

    /** The parameter {@code lookBack}; empty where it is not given. */
    static Optional<LookBack> lookBack(Input input) {
        return input.text("lookBack", LONGEST)
                .map(written -> LookBack.parse(written)
                        .orElseThrow(() -> new Refusal(Problem.parameter(
                                "wrong-parameter",
                                "lookBack",
                                "The parameter lookBack must be " + LookBack.EXPECTED + "."))));
    }

    /** The parameter {@code language}: English, or none given. */
    static void refuseOtherLanguages(Input input) {
        input.text("language", LONGEST)
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.equals("en") && !tag.startsWith("en-"))
                .ifPresent(other -> {
                    throw new Refusal(Problem.languageNotChecked());
                });
    }
}
