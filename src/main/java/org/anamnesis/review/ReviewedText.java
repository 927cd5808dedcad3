package org.anamnesis.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;

/**
 * The exact text of a draft after its edits. It is the drafted text, line by line, with the lines of edited statements replaced,
 * those of rejected ones gone, and those of inserted ones added; a reviewer's own words are marked as such, and with what the chart
 * says of them. Pure.
 */
public final class ReviewedText {

    private static final String BULLET = "- ";
    private static final int LONGEST_REASON = 200;

    private final List<String> lines;
    private final Map<Integer, Integer> lineOf;

    private ReviewedText(List<String> lines, Map<Integer, Integer> lineOf) {
        this.lines = lines;
        this.lineOf = lineOf;
    }

    /** Finds the statements of a draft in its drafted text. */
    static ReviewedText of(String drafted, DraftContent content) {
        List<String> lines = Arrays.asList(drafted.split("\n", -1));
        Map<Integer, Integer> lineOf = new HashMap<>();
        Optional<String> section = Optional.empty();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).startsWith(BULLET)) {
                section = Optional.empty();
                continue;
            }
            String words = lines.get(line).substring(BULLET.length());
            Optional<Integer> index = statement(content, words, section, lineOf)
                    .or(() -> statement(content, words, Optional.empty(), lineOf));
            if (index.isPresent()) {
                lineOf.put(index.get(), line);
                section = Optional.of(content.statements().get(index.get()).section());
            }
        }
        return new ReviewedText(lines, lineOf);
    }

    private static Optional<Integer> statement(
            DraftContent content, String words, Optional<String> section, Map<Integer, Integer> taken) {
        for (int index = 0; index < content.statements().size(); index++) {
            DraftContent.KeptStatement kept = content.statements().get(index);
            boolean here = section.isEmpty() || section.get().equals(kept.section());
            if (here && !taken.containsKey(index) && oneLine(kept.text()).equals(words)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** Whether a drafted statement stands in the text: what was withheld cannot be edited. */
    boolean holds(int statement) {
        return lineOf.containsKey(statement);
    }

    /** The text with these statements. */
    String with(ReviewedDraft reviewed) {
        Map<Integer, List<ReviewedStatement>> insertedAfter = new HashMap<>();
        reviewed.statements().stream()
                .filter(statement -> statement.drafted().isEmpty())
                .forEach(statement -> insertedAfter
                        .computeIfAbsent(anchor(reviewed, statement), line -> new ArrayList<>())
                        .add(statement));
        Map<Integer, ReviewedStatement> byLine = new HashMap<>();
        lineOf.forEach((index, line) -> reviewed.statement(index).ifPresent(found -> byLine.put(line, found)));
        List<String> text = new ArrayList<>();
        boolean told = false;
        for (int line = 0; line < lines.size(); line++) {
            String drafted = lines.get(line);
            if (!told && (drafted.isEmpty() || line == lines.size() - 1)) {
                changes(reviewed).ifPresent(text::add);
                told = true;
            }
            ReviewedStatement statement = byLine.get(line);
            if (statement == null) {
                text.add(drafted);
            } else {
                line(statement).ifPresent(text::add);
            }
            insertedAfter
                    .getOrDefault(line, List.of())
                    .forEach(added -> line(added).ifPresent(text::add));
        }
        return String.join("\n", withoutEmptySections(text));
    }

    /** SHA-256 of a text in UTF-8, in hex. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The line of the drafted statement that an insertion stands after, or after whose insertions it stands. */
    private int anchor(ReviewedDraft reviewed, ReviewedStatement inserted) {
        ReviewedStatement before = inserted;
        while (before.after().isPresent()) {
            before = reviewed.statements().get(before.after().get());
        }
        return lineOf.getOrDefault(before.index(), 0);
    }

    private static Optional<String> line(ReviewedStatement statement) {
        return statement
                .text()
                .map(words -> BULLET + oneLine(words) + (statement.isByReviewer() ? mark(statement) : ""));
    }

    private static String mark(ReviewedStatement statement) {
        Optional<DraftEdit.Check> check = statement.edit().flatMap(DraftEdit::check);
        String verdict = check.map(DraftEdit.Check::verdict).orElse("unchecked");
        String said = switch (verdict) {
            case "supported" -> "";
            case "contradicted" ->
                ", contradicted by the chart: "
                        + bounded(check.map(DraftEdit.Check::reason).orElse(""));
            case "not-found" -> ", not found in the chart";
            default -> ", not checked against the chart";
        };
        return " [clinician's words" + said + "]";
    }

    private static Optional<String> changes(ReviewedDraft reviewed) {
        int edited = reviewed.count(ReviewedStatement.Mark.EDITED);
        int removed = (int) reviewed.statements().stream()
                .filter(one -> one.mark() == ReviewedStatement.Mark.REJECTED)
                .filter(one -> one.drafted().isPresent())
                .count();
        int added = reviewed.count(ReviewedStatement.Mark.INSERTED);
        return edited + removed + added == 0
                ? Optional.empty()
                : Optional.of("Changed by the reviewing clinician: " + edited + " edited, " + removed + " removed, "
                        + added + " added. The clinician's own words are marked.");
    }

    /** A heading without a statement under it says nothing; it goes with the blank line before it. */
    private static List<String> withoutEmptySections(List<String> text) {
        List<String> kept = new ArrayList<>();
        for (int line = 0; line < text.size(); line++) {
            boolean heading = line > 0 && text.get(line - 1).isEmpty() && isHeading(text.get(line));
            boolean nothingUnder = line + 1 >= text.size() || text.get(line + 1).isEmpty();
            if (heading && nothingUnder && !kept.isEmpty()) {
                kept.removeLast();
            } else {
                kept.add(text.get(line));
            }
        }
        return kept;
    }

    private static boolean isHeading(String line) {
        return !line.isEmpty() && !line.startsWith(BULLET) && !line.endsWith(".");
    }

    private static String bounded(String reason) {
        String one = oneLine(reason);
        return one.length() <= LONGEST_REASON ? one : one.substring(0, LONGEST_REASON) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
