package org.anamnesis.privacy;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.anamnesis.chart.Chart;
import org.anamnesis.prompt.Prompt;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final List<String> WORDS = List.of(
            "Dr. Quill",
            "Mrs Mary Thornfield",
            "THORNFIELD",
            "Thornfield's",
            "may",
            "May",
            "Parkinson disease",
            "Dr. Parkinson",
            "2024-03-04",
            "3/4/2024",
            "03/04/2024",
            "4 Mar 2024",
            "March 4, 2024",
            "6/18",
            "2/6 murmur",
            "5/5 strength",
            "BP 120/80",
            "MRN 00471193",
            "SSN 123-45-6789",
            "(555) 010-2030",
            "x.quill@example.org",
            "https://example.org/a?b=c",
            "10.0.0.1",
            "aged 94",
            "K 4.1 mmol/L",
            "daughter Odalys",
            "lives in Harrow Creek",
            "Lakeside General Hospital",
            "14 Elm Street, Harrow Creek, OR 97333",
            "L3",
            "[L12]",
            "day 2 of E1",
            "metoprolol 25 mg",
            "|",
            "note",
            ",",
            ".",
            "\"",
            "\\",
            "$1",
            "serial AB-99231-K",
            "seen by Omar Delacroix, MD",
            "in 2019",
            "on Monday",
            "é",
            "Łukasz Żak",
            "HbA1c 7.2",
            "L4-5",
            "N3.1 | note | signed",
            "2024-02-30",
            "99/99/2024",
            "00:15");

    private static Released release(Pseudonyms pseudonyms, Chart chart, List<String> lines) {
        return PrivacyStep.release(new Prompt("test-1", "hash", "instructions", lines), chart.patient(), pseudonyms);
    }

    private static String inside(Released released) {
        String block = released.chartBlock();
        return block.substring("<chart>\n".length(), block.length() - "\n</chart>".length());
    }

    @Test
    void restoringGivesBackExactlyWhatWasSubstitutedInThousandsOfTexts() {
        Chart chart = aChart().ofPatient(71, "female", "Thornfield", "MRN-00471193", "14 Elm Street")
                .build();
        Random random = new Random(20_261_126);
        for (int text = 0; text < 3_000; text++) {
            StringBuilder line = new StringBuilder("N1 | note |");
            for (int word = random.nextInt(14); word >= 0; word--) {
                line.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
            }
            String seen = PrivacyStep.seen(line.toString());
            Released released = release(Pseudonyms.of(random.nextLong()), chart, List.of(seen));
            assertThat(released.restored(inside(released))).isEqualTo(seen);
        }
    }

    @Test
    void theSamePersonHasOneSubstituteThroughoutARequest() {
        Chart chart =
                aChart().ofPatient(71, "female", "Thornfield", "MRN-00471193").build();
        Released released = release(
                Pseudonyms.of(7),
                chart,
                List.of("N1 | note | Ms. Thornfield coughs.", "N2 | note | Thornfield, MRN-00471193, is well."));
        String[] lines = inside(released).split("\n");
        String name = lines[0].replaceAll(".*Ms\\. (\\p{L}+) coughs\\.", "$1");
        assertThat(name).isNotEqualTo("Thornfield").matches("\\p{Lu}\\p{Ll}+");
        assertThat(lines[1]).contains(name + ", ").doesNotContain("00471193");
        assertThat(released.restored("Ms. " + name + " coughs.")).isEqualTo("Ms. Thornfield coughs.");
    }

    @Test
    void datesMoveByWholeWeeksSoThatIntervalsStayAndAnAnswerMayWriteThemInAnotherForm() {
        Chart chart = aChart().build();
        Released released = release(
                Pseudonyms.of(99),
                chart,
                List.of("L1 | result | Potassium | 4.1 mmol/L | 2024-03-04", "Now is 2024-03-11"));
        String[] lines = inside(released).split("\n");
        java.time.LocalDate first = java.time.LocalDate.parse(lines[0].substring(lines[0].length() - 10));
        java.time.LocalDate now = java.time.LocalDate.parse(lines[1].substring("Now is ".length()));
        assertThat(first).isNotEqualTo(java.time.LocalDate.parse("2024-03-04"));
        assertThat(now).isEqualTo(first.plusDays(7));
        assertThat(first.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        String written = java.time.format.DateTimeFormatter.ofPattern("d MMM uuuu", java.util.Locale.ENGLISH)
                .format(first);
        assertThat(released.restored("Potassium was 4.1 mmol/L on " + written + "."))
                .isEqualTo("Potassium was 4.1 mmol/L on 4 Mar 2024.");
    }

    @Test
    void whatIsClinicalStaysAsItIs() {
        Chart chart =
                aChart().ofPatient(71, "female", "Parkinson", "MRN-00471193").build();
        String line =
                "N1 | note | Parkinson disease, Foley catheter, 2/6 systolic murmur, 5/5 strength, BP 120/80, L4-5, HbA1c 7.2, aged 94";
        assertThat(inside(release(Pseudonyms.of(3), chart, List.of(line)))).isEqualTo(line);
    }

    @Test
    void drugsAndTestsInStructuredLinesAreNotTakenForNames() {
        String line = "M6 | medication | Carvedilol Teva | active | 12.5 mg twice daily";
        assertThat(inside(release(Pseudonyms.of(3), aChart().build(), List.of(line))))
                .isEqualTo(line);
    }
}
