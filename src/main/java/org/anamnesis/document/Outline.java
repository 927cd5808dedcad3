package org.anamnesis.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.store.DraftContent.KeptStatement;
import org.anamnesis.store.StoredDraft;

/**
 * A draft's exact text, line by line, with what each line is and what it cites. It is read from the text and not composed anew,
 * so that every format says what was signed, all of it and nothing else.
 */
public record Outline(List<Block> blocks, List<Endnote> endnotes) {

    private static final String ITEM = "- ";
    private static final String DETAIL = "    - ";

    public Outline {
        blocks = List.copyOf(blocks);
        endnotes = List.copyOf(endnotes);
    }

    /** Reads a draft's text. */
    public static Outline of(StoredDraft draft) {
        Endnotes endnotes = new Endnotes(draft.content().backing().cited());
        Map<String, List<String>> citations = new HashMap<>();
        for (KeptStatement statement : draft.content().statements()) {
            citations.putIfAbsent(oneLine(statement.text()), statement.citations());
        }
        List<String> lines = draft.text().lines().toList();
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isBlank()) {
                Block.Kind kind = kind(lines, at);
                String text = words(line, kind);
                List<Integer> notes = kind == Block.Kind.ITEM
                        ? citations.getOrDefault(text, List.of()).stream()
                                .map(endnotes::number)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList()
                        : List.of();
                blocks.add(new Block(kind, text, notes));
            }
        }
        return new Outline(blocks, endnotes.all());
    }

    /** The blocks of a section: from a heading to the next. */
    public List<Outline> sections() {
        List<Outline> sections = new ArrayList<>();
        List<Block> section = new ArrayList<>();
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.HEADING && !section.isEmpty()) {
                sections.add(new Outline(section, List.of()));
                section = new ArrayList<>();
            }
            section.add(block);
        }
        if (!section.isEmpty()) {
            sections.add(new Outline(section, List.of()));
        }
        return sections;
    }

    private static Block.Kind kind(List<String> lines, int at) {
        String line = lines.get(at);
        if (at == 0) {
            return Block.Kind.TITLE;
        }
        if (line.startsWith(DETAIL)) {
            return Block.Kind.DETAIL;
        }
        if (line.startsWith(ITEM)) {
            return Block.Kind.ITEM;
        }
        boolean begins = lines.get(at - 1).isBlank();
        boolean opensList = at + 1 < lines.size() && lines.get(at + 1).startsWith(ITEM);
        return begins && opensList ? Block.Kind.HEADING : Block.Kind.LINE;
    }

    private static String words(String line, Block.Kind kind) {
        return switch (kind) {
            case ITEM -> line.substring(ITEM.length());
            case DETAIL -> line.substring(DETAIL.length());
            case TITLE, LINE, HEADING -> line;
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
