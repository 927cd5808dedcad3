package org.anamnesis.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.anamnesis.digest.Digest;

/** Instructions kept as a versioned file of the product, so that they can be compared, hashed and audited. */
public final class PromptFile {

    /** Every file that asks a model for something; the rules that they share stand in each of them. */
    public static final List<String> NAMES = List.of(
            "ask-3",
            "brief-3",
            "handoff-3",
            "hospital-course-3",
            "opinion-1",
            "patient-friendly-3",
            "problem-3",
            "repair-3",
            "since-last-visit-3",
            "triage-1");

    /** Where the rules that all prompts of one number share are put in. */
    private static final String RULES = "{rules}";

    private final String version;
    private final String instructions;
    private final String hash;

    private PromptFile(String version, String instructions) {
        this.version = version;
        this.instructions = instructions;
        this.hash = sha256(instructions);
    }

    /**
     * Reads a file of this package.
     *
     * @param version its name without {@code .txt}, e.g. {@code brief-3}
     */
    public static PromptFile read(String version) {
        String number = version.substring(version.lastIndexOf('-'));
        String own = text(version);
        return new PromptFile(
                version,
                own.contains(RULES) ? own.replace(RULES, text("rules" + number).strip()) : own);
    }

    private static String text(String name) {
        try (InputStream file = PromptFile.class.getResourceAsStream(name + ".txt")) {
            if (file == null) {
                throw new IllegalArgumentException("the product has no prompt " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name and number. */
    public String version() {
        return version;
    }

    /** SHA-256 of the instructions, in hex. */
    public String hash() {
        return hash;
    }

    /** The question over one chart. */
    public Prompt over(Digest digest) {
        return new Prompt(version, hash, instructions, digest.lines());
    }

    /** The question over lines of which not all are of the digest of a chart. */
    public Prompt over(List<String> lines) {
        return new Prompt(version, hash, instructions, lines);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
