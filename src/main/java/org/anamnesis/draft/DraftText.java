package org.anamnesis.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.chart.Coverage;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;

/**
 * The exact text of a draft: what the clinician reads before signing, what the signature binds, and what is filed.
 *
 * @param text plain text in UTF-8, lines ended by {@code \n}
 */
public record DraftText(String text) {

    private static final String GIVEN =
            "The chart was given by the caller and not read from the EHR: what is not in it may be in the EHR.";
    private static final String INCOMPLETE = "INCOMPLETE: not everything in the chart could be read.";
    private static final String ADDED = "ADDED BY RULES (in the chart, not in the text above)";
    private static final String CONFLICTS = "CONTRADICTIONS IN THE CHART (none is resolved here)";
    private static final String BY_POLICY = "privacy-policy";
    private static final String NOT_SENT = "NOT SHOWN TO THE LANGUAGE MODEL, by the privacy policy: ";
    private static final String UNCOUNTED = "NOT COUNTED: the EHR does not say how many there are, so more may exist.";

    /** Writes a draft out. */
    public static DraftText of(Draft draft) {
        List<String> lines = new ArrayList<>();
        lines.add(draft.kind().title().toUpperCase(Locale.ROOT) + ", as of "
                + draft.chart().asOf().text());
        lines.add(disclosure(draft.authorship()));
        lines.add(
                "Every statement was checked against the chart by software. Filed only after review and signature by a clinician.");
        lines.addAll(reading(draft.chart().coverage()));
        extent(draft).forEach(lines::add);
        for (Section section : draft.kind().sections()) {
            List<String> statements =
                    draft.shown(section).map(CheckedStatement::text).toList();
            if (!statements.isEmpty()) {
                lines.add("");
                lines.add(draft.kind().title(section).toUpperCase(Locale.ROOT));
                statements.forEach(statement -> lines.add("- " + oneLine(statement)));
            }
        }
        if (!draft.added().isEmpty()) {
            lines.add("");
            lines.add(ADDED);
            draft.added().forEach(statement -> lines.add("- " + oneLine(statement.text())));
        }
        if (!draft.conflicts().isEmpty()) {
            lines.add("");
            lines.add(CONFLICTS);
            draft.conflicts().forEach(conflict -> lines.add("- " + oneLine(conflict.words())));
        }
        int withheld = draft.withheld().size();
        if (withheld > 0) {
            lines.add("");
            lines.add(withheld + (withheld == 1 ? " statement was" : " statements were")
                    + " withheld because the chart does not bear them out.");
        }
        return new DraftText(String.join("\n", lines) + "\n");
    }

    /** That it was made shorter than it could be is worth a line: what is not there is not all that there is. */
    private static List<String> extent(Draft draft) {
        List<String> lines = new ArrayList<>();
        draft.lookedBack().filter(back -> back.count() > 0).ifPresent(back -> lines.add(lookedBack(back)));
        if (!draft.extent().sections().isEmpty()) {
            lines.add("ON REQUEST ONLY THESE SECTIONS: "
                    + draft.kind().sections().stream()
                            .filter(draft.extent()::wants)
                            .map(draft.kind()::title)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (draft.cut() > 0) {
            lines.add("SHORTENED: " + draft.cut() + (draft.cut() == 1 ? " further statement" : " further statements")
                    + " that the chart bears out " + (draft.cut() == 1 ? "is" : "are") + " not shown at the length "
                    + draft.extent().length().code() + ".");
        }
        return lines;
    }

    private static String lookedBack(LookedBack back) {
        boolean one = back.count() == 1;
        return "LOOKS BACK " + back.lookBack().words().toUpperCase(Locale.ROOT) + ", to "
                + back.from().dayText() + ": " + back.count() + " older " + (one ? "entry" : "entries")
                + " of the chart " + (one ? "is" : "are") + " not used (" + back.kinds() + ").";
    }

    /** What a reader must know of how the chart was read: that it was given, what is missing, what was not counted. */
    public static List<String> reading(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        if (coverage.origin() == Coverage.Origin.CALLER) {
            lines.add(GIVEN);
        }
        lines.addAll(gaps(coverage));
        return lines;
    }

    /** SHA-256 of the text in UTF-8, in hex. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String disclosure(Authorship authorship) {
        return switch (authorship) {
            case Authorship.ByModel model ->
                "Drafted by artificial intelligence: Anamnesis with the language model " + model.model() + ".";
            case Authorship.ByRules ignored ->
                "Drafted by software: composed by Anamnesis from rules, without a language model.";
        };
    }

    private static List<String> gaps(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        if (!coverage.isComplete()) {
            String types = coverage.entries().stream()
                    .flatMap(entry -> gap(entry).stream())
                    .collect(Collectors.joining("; "));
            lines.add(INCOMPLETE + " " + types + ".");
        }
        coverage.entries().stream()
                .filter(entry -> entry.outcome() instanceof Coverage.Outcome.NotAsked notAsked
                        && notAsked.reason().equals(BY_POLICY))
                .forEach(entry -> lines.add(NOT_SENT + entry.asked() + "."));
        if (!coverage.uncounted().isEmpty()) {
            String types = coverage.uncounted().stream()
                    .map(entry -> name(entry) + ": " + entry.outcome().read() + " read")
                    .collect(Collectors.joining("; "));
            lines.add(UNCOUNTED + " " + types + ".");
        }
        return lines;
    }

    private static Optional<String> gap(Coverage.Entry entry) {
        String name = name(entry);
        return switch (entry.outcome()) {
            case Coverage.Outcome.Failed failed -> Optional.of(name + ": failed to load, " + readOf(failed));
            case Coverage.Outcome.NotPermitted ignored -> Optional.of(name + ": not permitted");
            case Coverage.Outcome.CutOff cutOff -> Optional.of(name + ": only " + readOf(cutOff));
            case Coverage.Outcome.Found found ->
                found.unreadable() > 0
                        ? Optional.of(name + ": " + found.unreadable() + " unreadable")
                        : Optional.empty();
            case Coverage.Outcome.NoneRecorded ignored -> Optional.empty();
            case Coverage.Outcome.NotAsked ignored -> Optional.empty();
        };
    }

    private static String name(Coverage.Entry entry) {
        return entry.type() + " (" + entry.asked() + ")";
    }

    /** {@code 400 read of 4665}, where the EHR says how many there are. */
    private static String readOf(Coverage.Outcome outcome) {
        return outcome.read() + " read"
                + (outcome.total().isPresent() ? " of " + outcome.total().getAsInt() : "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
