package org.anamnesis.sandbox.personality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an EHR takes documents.
 *
 * @param name of its file
 * @param title for people, also in the CapabilityStatement
 * @param rules what a DocumentReference must be, in the order in which they are looked at
 * @param contentTypes media types of the text, without blanks and in lower case; empty: any
 * @param refusedTypes LOINC codes that are not notes here
 * @param drops what is kept of no document, in silence
 * @param refusal how a document is refused
 * @param notCreated types that cannot be created
 * @param notCreatedStatus the status of such a create, without a body
 * @param answer how a create is answered
 * @param conditionalCreate whether {@code If-None-Exist} is heeded
 * @param transaction whether Bundles are taken
 */
public record Personality(
        String name,
        String title,
        List<DocumentRule> rules,
        Set<String> contentTypes,
        Set<String> refusedTypes,
        Set<Dropped> drops,
        Refusal refusal,
        Set<String> notCreated,
        int notCreatedStatus,
        CreateAnswer answer,
        boolean conditionalCreate,
        boolean transaction) {

    /** The names of all. */
    public static final List<String> NAMES = List.of("generic", "us-core", "epic-like", "oracle-like");

    /** The one that adds nothing to the server. */
    public static final Personality GENERIC = named("generic");

    /**
     * @param status HTTP
     * @param code in {@code details.coding} of the OperationOutcome
     */
    public record Refusal(int status, Optional<String> code) {}

    /**
     * @param relative whether the {@code Location} leaves the base out
     * @param etag whether there is one
     * @param body whether there is one without being asked for
     */
    public record CreateAnswer(boolean relative, boolean etag, boolean body) {

        boolean isPlain() {
            return !relative && etag && body;
        }
    }

    /** Reads one of {@link #NAMES}; throws {@link IllegalArgumentException} for any other. */
    public static Personality named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("a personality is one of " + String.join(", ", NAMES));
        }
        var lines = new Properties();
        try (InputStream file = Personality.class.getResourceAsStream(name + ".properties")) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Personality(
                name,
                line(lines, "title"),
                list(lines, "document.rules").stream()
                        .map(rule -> DocumentRule.valueOf(constant(rule)))
                        .toList(),
                Set.copyOf(list(lines, "document.content-types")),
                Set.copyOf(list(lines, "document.refused-types")),
                list(lines, "document.drops").stream()
                        .map(dropped -> Dropped.valueOf(constant(dropped)))
                        .collect(Collectors.toUnmodifiableSet()),
                new Refusal(
                        Integer.parseInt(line(lines, "refusal.status")),
                        list(lines, "refusal.code").stream().findFirst()),
                Set.copyOf(list(lines, "not-created")),
                Integer.parseInt(line(lines, "not-created.status")),
                new CreateAnswer(
                        yes(lines, "answer.relative-location"), yes(lines, "answer.etag"), yes(lines, "answer.body")),
                yes(lines, "conditional-create"),
                yes(lines, "transaction"));
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean yes(Properties lines, String name) {
        return line(lines, name).equals("yes");
    }

    private static List<String> list(Properties lines, String name) {
        return Arrays.stream(line(lines, name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals("none"))
                .toList();
    }

    private static String line(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("a personality without " + name);
        }
        return value.strip();
    }
}
