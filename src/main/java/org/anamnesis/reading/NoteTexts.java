package org.anamnesis.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.notes.DocumentText;
import org.anamnesis.notes.Documents;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Block.Shape;
import org.anamnesis.prose.Prose;
import org.hl7.fhir.r4.model.Resource;

/**
 * The texts of all notes of a chart: those that stand before those that were replaced, the newest first, until the limit for the
 * chart is reached. What comes behind it was not asked for.
 */
final class NoteTexts {

    /** Some 400 long letters; more than anyone reads of a chart, and less than a server feels. */
    private static final int MOST_CHARACTERS = 2_000_000;
    /** As many sentences as the citations of one note can count. */
    private static final int MOST_SENTENCES = 99_999;

    /** A long discharge summary has 500. */
    private static final int MOST_LINES = 20_000;

    private static final String NOTHING_ATTACHED = "not-found";
    private static final String NOT_ASKED = "not-asked";
    private static final String TOO_LARGE = "too-large";

    private final IdentityHashMap<Resource, NoteText> texts = new IdentityHashMap<>();
    private final NoteFiles files;
    private final Documents documents;
    private int left = MOST_CHARACTERS;
    private boolean full;

    private NoteTexts(NoteFiles files, Documents documents) {
        this.files = files;
        this.documents = documents;
    }

    static NoteTexts of(List<? extends Resource> resources, Attachments attachments) {
        NoteTexts read = new NoteTexts(new NoteFiles(resources, attachments), new Documents());
        resources.stream()
                .map(Writing::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Writing::replaced)
                        .thenComparing(
                                writing -> writing.time().orElse(null),
                                Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .forEach(writing -> read.texts.put(writing.of(), read.text(writing)));
        return read;
    }

    /** The text of a resource that may hold one. */
    Optional<NoteText> of(Resource resource) {
        return Optional.ofNullable(texts.get(resource));
    }

    private NoteText text(Writing writing) {
        List<String> remarks = new ArrayList<>();
        if (full) {
            return new NoteText.Unread(NOT_ASKED, remarks);
        }
        List<Block> blocks = new ArrayList<>();
        List<NoteFiles.Came> came = new ArrayList<>();
        for (Writing.Part part : writing.parts()) {
            switch (part) {
                case Writing.Part.File file -> came.add(files.read(file.attachment(), documents));
                case Writing.Part.Section section -> add(section, blocks);
            }
        }
        blocks.addAll(Formats.chosen(came, remarks));
        if (blocks.isEmpty()) {
            return new NoteText.Unread(reason(writing, came), remarks);
        }
        return lines(blocks) > MOST_LINES ? new NoteText.Unread(TOO_LARGE, remarks) : within(Prose.of(blocks), remarks);
    }

    private static long lines(List<Block> blocks) {
        return blocks.stream()
                .mapToLong(block ->
                        1 + block.text().chars().filter(one -> one == '\n').count())
                .sum();
    }

    private NoteText within(Prose prose, List<String> remarks) {
        if (prose.sentences().isEmpty()) {
            return new NoteText.Unread("no-text", remarks);
        }
        if (prose.sentences().size() > MOST_SENTENCES) {
            return new NoteText.Unread(TOO_LARGE, remarks);
        }
        left -= prose.plain().length();
        full = left < 0;
        return full ? new NoteText.Unread(NOT_ASKED, remarks) : new NoteText.Read(prose, remarks);
    }

    private void add(Writing.Part.Section section, List<Block> blocks) {
        if (!section.title().isBlank()) {
            blocks.add(new Block(Shape.HEADING, section.title()));
        }
        byte[] narrative = section.narrative().getBytes(StandardCharsets.UTF_8);
        if (documents.read(narrative, "text/html; charset=utf-8") instanceof DocumentText.Read read) {
            blocks.addAll(read.blocks());
        }
    }

    /** Why nothing of it was read: what the first file says. */
    private static String reason(Writing writing, List<NoteFiles.Came> came) {
        boolean sections = came.isEmpty() && !writing.parts().isEmpty();
        return came.stream()
                .map(NoteFiles.Came::text)
                .filter(DocumentText.Unread.class::isInstance)
                .map(text -> ((DocumentText.Unread) text).reason())
                .findFirst()
                .orElse(sections ? "no-text" : NOTHING_ATTACHED);
    }
}
