package org.anamnesis.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void joinsLinesThatOnlyThePageEnded() {
        assertThat(sentences("""
                        Here for leg swelling and a slow pulse that his home cuff flagged. Feels
                        tired by noon. No fainting, no chest pain. Swelling is to the shins, worse
                        by evening. Weight 83.0 kg, which is about 1.5 kg over his usual. BP 112/64,
                        pulse 48 and regular today, ECG sinus bradycardia.
                        """))
                .contains("Feels tired by noon.", "Swelling is to the shins, worse by evening.")
                .contains("BP 112/64, pulse 48 and regular today, ECG sinus bradycardia.");
    }

    @Test
    void keepsTheLinesOfAListApartThoughTheyHaveNoMarksAndNoStops() {
        String list = """
                aspirin 81 mg by mouth once daily for coronary artery disease
                metoprolol succinate 25 mg twice daily
                furosemide 40 mg in the morning
                apixaban 5 mg twice daily for atrial fibrillation, long term
                atorvastatin 80 mg at night""";
        assertThat(sentences(list)).containsExactly(list.split("\n"));
    }

    @Test
    void keepsCapitalisedEntriesApartThoughOneIsAsLongAsThePage() {
        String list = """
                Alert and oriented, follows commands, speaks in full sentences
                Lungs with crackles at both bases and reduced air entry right
                Abdomen soft
                No edema""";
        assertThat(sentences(list)).containsExactly(list.split("\n"));
    }

    @Test
    void joinsTheLinesOfAnItemButNotTheItems() {
        assertThat(sentences("""
                        The discharge plan was gone through with him and with his daughter, who will
                        stay with him over the first weekend at home, as follows:
                        - weigh himself each morning before breakfast and call the clinic when he has
                          gained more than one kilogram in a day or two kilograms in a week
                        - take no naproxen and no ibuprofen for the knee, only acetaminophen, which he
                          could repeat
                        """))
                .contains(
                        "- weigh himself each morning before breakfast and call the clinic when he has gained more than"
                                + " one kilogram in a day or two kilograms in a week",
                        "- take no naproxen and no ibuprofen for the knee, only acetaminophen, which he could repeat");
    }

    @Test
    void anAuthorsOwnLinesAreNeverJoined() {
        String lines = """
                Here for leg swelling and a slow pulse that his home cuff flagged and feels
                tired by noon with no fainting and no chest pain and swelling to the shins
                worse by evening""";
        assertThat(Prose.of(List.of(new Block(Block.Shape.LINES, lines))).sentences())
                .hasSize(3);
        assertThat(sentences(lines)).hasSize(1);
    }

    private static List<String> sentences(String text) {
        return Prose.of(List.of(new Block(Block.Shape.WRAPPED, text))).sentences().stream()
                .map(Sentence::text)
                .toList();
    }
}
