package org.anamnesis.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.store.StoredDraft;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private final StoredDraft draft = new SomeDraft().stored();
    private final Outline outline = Outline.of(draft);

    @Test
    void everyLineOfTheTextIsABlockAndNothingElseIs() {
        String words = outline.blocks().stream().map(Block::text).collect(Collectors.joining(" "));
        String text =
                draft.text().replaceAll("(?m)^ *- ", "").replaceAll("\\s+", " ").strip();
        assertThat(words).isEqualTo(text);
    }

    @Test
    void linesAreTitleHeadingsItemsAndDetails() {
        assertThat(outline.blocks().stream().map(Block::kind))
                .containsExactly(
                        Block.Kind.TITLE,
                        Block.Kind.LINE,
                        Block.Kind.HEADING,
                        Block.Kind.ITEM,
                        Block.Kind.HEADING,
                        Block.Kind.ITEM,
                        Block.Kind.DETAIL,
                        Block.Kind.ITEM,
                        Block.Kind.LINE);
    }

    @Test
    void aStatementRefersToTheEndnotesOfWhatItCites() {
        assertThat(notesOf("Potassium 5.9 mmol/L on 3 Mar 2025.")).containsExactly(1);
        assertThat(notesOf("Metoprolol 25 mg.")).containsExactly(2, 1);
        assertThat(notesOf("Fluid overload, final & <severe>.")).isEmpty();
    }

    @Test
    void anEndnoteHasTypeDateAndValueAndSaysWhereThereIsNoDate() {
        assertThat(outline.endnotes().stream().map(Endnote::text))
                .containsExactly(
                        "result: Potassium | 5.9 mmol/L, 2025-03-03 (" + SomeDraft.POTASSIUM + ")",
                        "medication: Metoprolol | 25 mg, no date (" + SomeDraft.METOPROLOL + ")");
    }

    @Test
    void sectionsAreTheWholeTextInOrder() {
        assertThat(outline.sections().stream().flatMap(section -> section.blocks().stream()))
                .containsExactlyElementsOf(outline.blocks());
        assertThat(outline.sections()).hasSize(3);
    }

    private List<Integer> notesOf(String text) {
        return outline.blocks().stream()
                .filter(block -> block.text().equals(text))
                .findFirst()
                .orElseThrow()
                .notes();
    }
}
