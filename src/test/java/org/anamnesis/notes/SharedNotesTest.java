package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.all;
import static org.anamnesis.notes.SmallDocuments.line;
import static org.anamnesis.notes.SmallDocuments.sentences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.notes.SmallDocuments.Writing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typed notes kept beside the project, set in every format: they say the same sentences in each of them. */
class SharedNotesTest {

    private static final Path GOLD = Path.of("..", "shared", "data", "gold-charts");
    private static final int LINES_ON_A_PAGE = 45;

    /** A typed note set in a format. */
    enum Setting {
        TYPED(note -> note.getBytes(StandardCharsets.UTF_8)),
        WRAPPED(note -> wrapped(note, 76).getBytes(StandardCharsets.UTF_8)),
        HTML(note -> ("<html><body>" + lines(note, "<p>%s</p>") + "</body></html>").getBytes(StandardCharsets.UTF_8)),
        CDA(note ->
                ("<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><structuredBody><component>"
                                + "<section><text>" + lines(note, "<paragraph>%s</paragraph>")
                                + "</text></section></component></structuredBody></component></ClinicalDocument>")
                        .getBytes(StandardCharsets.UTF_8)),
        RTF(Setting::rtf),
        DOCX(note -> SmallDocuments.docx(lines(note, "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"))),
        PDF(Setting::pdf);

        private final Function<String, byte[]> set;

        Setting(Function<String, byte[]> set) {
            this.set = set;
        }

        private static String lines(String note, String line) {
            return note.lines()
                    .map(words -> words.replace("&", "&amp;").replace("<", "&lt;"))
                    .map(line::formatted)
                    .collect(Collectors.joining());
        }

        private static byte[] rtf(String note) {
            StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 ");
            note.lines().forEach(words -> {
                words.chars().forEach(one -> {
                    if (one > 126) {
                        rtf.append("\\u").append(one).append('?');
                    } else {
                        rtf.append("\\{}".indexOf(one) < 0 ? "" : "\\").append((char) one);
                    }
                });
                rtf.append("\\par\n");
            });
            return rtf.append('}').toString().getBytes(StandardCharsets.US_ASCII);
        }

        private static byte[] pdf(String note) {
            List<String> lines = wrapped(note, 90).lines().toList();
            List<Writing> pages = new ArrayList<>();
            for (int from = 0; from < lines.size(); from += LINES_ON_A_PAGE) {
                List<Writing> page = new ArrayList<>();
                page.add(line(60, 30, SmallDocuments.PLAIN, 8, "Quarry Hospital, page " + (pages.size() + 1)));
                for (int at = from; at < Math.min(lines.size(), from + LINES_ON_A_PAGE); at++) {
                    page.add(line(60, 60 + 15 * (at - from), SmallDocuments.PLAIN, 11, lines.get(at)));
                }
                pages.add(all(page.toArray(Writing[]::new)));
            }
            return SmallDocuments.pdf(pages.toArray(Writing[]::new));
        }

        private static String wrapped(String note, int width) {
            StringBuilder wrapped = new StringBuilder();
            for (String paragraph : note.split("\n", -1)) {
                int used = 0;
                for (String word : paragraph.split(" ")) {
                    boolean fits = used == 0 || used + 1 + word.length() <= width;
                    wrapped.append(used == 0 ? "" : fits ? " " : "\n").append(word);
                    used = used == 0 || !fits ? word.length() : used + 1 + word.length();
                }
                wrapped.append('\n');
            }
            return wrapped.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everyQuotedSentenceIsARunOfWholeSentences(Setting setting) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path folder : charts()) {
            List<List<String>> notes = typedNotes(folder).stream()
                    .map(note -> sentences(SmallDocuments.read(setting.set.apply(note), "")))
                    .toList();
            for (String quote : quotes(folder)) {
                boolean typed = typedNotes(folder).stream()
                        .anyMatch(note -> folded(note).contains(quote));
                if (typed && notes.stream().noneMatch(note -> holds(note, quote))) {
                    missing.add(quote);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean holds(List<String> sentences, String quote) {
        for (int length = 1; length <= 4; length++) {
            for (int from = 0; from + length <= sentences.size(); from++) {
                if (String.join(" ", sentences.subList(from, from + length)).contains(quote)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Path> charts() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), () -> "skipped: no " + GOLD + " beside the project");
        try (Stream<Path> folders = Files.list(GOLD)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<String> typedNotes(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper()
                .readTree(folder.resolve("bundle.json").toFile())
                .path("entry")) {
            for (JsonNode content : entry.path("resource").path("content")) {
                JsonNode attachment = content.path("attachment");
                if (attachment.path("contentType").asText().startsWith("text/plain")) {
                    notes.add(new String(
                            Base64.getDecoder().decode(attachment.path("data").asText()), StandardCharsets.UTF_8));
                }
            }
        }
        return notes;
    }

    private static List<String> quotes(Path folder) throws IOException {
        List<String> quotes = new ArrayList<>();
        for (String file : List.of("statements.jsonl", "questions.jsonl")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                JsonNode quote = new ObjectMapper().readTree(line).path("quote");
                if (quote.isTextual()) {
                    quotes.add(folded(quote.asText()));
                }
            }
        }
        return quotes;
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
