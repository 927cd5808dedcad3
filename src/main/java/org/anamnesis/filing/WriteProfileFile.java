package org.anamnesis.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anamnesis.document.Format;

/**
 * Write profiles as files that an integration engineer can read and change: Java properties, every key required, none unknown.
 */
public final class WriteProfileFile {

    /** The profiles that come with the product. */
    public static final List<String> SHIPPED = List.of("generic", "us-core", "epic-like", "oracle-like");

    private static final Set<String> DOC_STATUS = Set.of("final", "preliminary", "none");

    private final Properties lines;
    private final Set<String> unread = new TreeSet<>();

    private WriteProfileFile(Properties lines) {
        this.lines = lines;
        unread.addAll(lines.stringPropertyNames());
    }

    /**
     * The profile that a setting names: one that comes with the product, or the path of a file.
     *
     * @throws WrongProfile where there is none, or it cannot be used
     */
    public static WriteProfile named(String name) {
        if (SHIPPED.contains(name)) {
            return shipped(name);
        }
        try (Reader file = Files.newBufferedReader(Path.of(name))) {
            return read(file);
        } catch (IOException missing) {
            throw new WrongProfile("is neither one of " + SHIPPED + " nor a file that can be read");
        }
    }

    /** A profile that comes with the product. */
    static WriteProfile shipped(String name) {
        try (InputStream file = Optional.ofNullable(WriteProfileFile.class.getResourceAsStream(
                        "/org/anamnesis/filing/profiles/" + name + ".properties"))
                .orElseThrow()) {
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static WriteProfile read(Reader file) throws IOException {
        Properties lines = new Properties();
        lines.load(file);
        return new WriteProfileFile(lines).profile();
    }

    private WriteProfile profile() {
        WriteProfile read = new WriteProfile(
                text("title"),
                new WriteProfile.Document(
                        flag("document.identifier"),
                        docStatus(),
                        authors(),
                        flag("document.authenticator"),
                        choice("document.encounter", WriteProfile.Encounter.NONE),
                        choice("document.period", WriteProfile.Period.NONE),
                        flag("document.labels"),
                        flag("document.attachment-details"),
                        text("document.content-type"),
                        alongside()),
                flag("device"),
                flag("provenance"),
                flag("conditional-create"),
                choice("found-by", WriteProfile.FoundBy.IDENTIFIER),
                transaction());
        if (!unread.isEmpty()) {
            throw new WrongProfile("has lines that nobody knows: " + String.join(", ", unread));
        }
        return checked(read);
    }

    /** What can only fail, or file twice, is refused before a document is. */
    private static WriteProfile checked(WriteProfile read) {
        if (!read.document().identifier() && read.foundBy() == WriteProfile.FoundBy.IDENTIFIER) {
            throw new WrongProfile("looks for documents by an identifier that it does not write");
        }
        boolean needsDevice = read.provenance() || read.document().authors().contains(WriteProfile.Author.DEVICE);
        if (needsDevice && !read.device()) {
            throw new WrongProfile("names a Device that it does not write");
        }
        return read;
    }

    private String docStatus() {
        String status = text("document.doc-status");
        if (!DOC_STATUS.contains(status)) {
            throw new WrongProfile("document.doc-status is none of final, preliminary, none");
        }
        return status;
    }

    private Set<WriteProfile.Author> authors() {
        String value = text("document.authors");
        return value.equals("none")
                ? Set.of()
                : Arrays.stream(value.split(","))
                        .map(one -> constant("document.authors", one, WriteProfile.Author.SIGNER))
                        .collect(Collectors.toSet());
    }

    private Set<Format> alongside() {
        String value = text("document.alongside");
        return value.equals("none")
                ? Set.of()
                : Arrays.stream(value.split(","))
                        .map(one -> Format.ofCode(one.strip())
                                .filter(format -> format != Format.TEXT)
                                .orElseThrow(() -> new WrongProfile("document.alongside is none of none, pdf, xhtml")))
                        .collect(Collectors.toSet());
    }

    private boolean transaction() {
        return switch (text("transaction")) {
            case "if-supported" -> true;
            case "never" -> false;
            default -> throw new WrongProfile("transaction is neither if-supported nor never");
        };
    }

    private boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongProfile(key + " is neither true nor false");
        };
    }

    private <E extends Enum<E>> E choice(String key, E any) {
        return constant(key, text(key), any);
    }

    private static <E extends Enum<E>> E constant(String key, String word, E any) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        E[] all = any.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongProfile(key + " is none of the known words"));
    }

    private String text(String key) {
        unread.remove(key);
        String value = lines.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new WrongProfile("lacks " + key);
        }
        return value.strip();
    }
}
