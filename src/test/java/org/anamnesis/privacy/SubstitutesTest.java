package org.anamnesis.privacy;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.anamnesis.chart.Chart;
import org.anamnesis.prompt.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves with substitutes names nobody, neither the patient nor others, and says the same otherwise. */
class SubstitutesTest {

    private static final Chart CHART =
            aChart().ofPatient(71, "female", "Thornfield", "MRN-00471193").build();

    private static Released released(long seed, String... lines) {
        return PrivacyStep.release(
                new Prompt("test-1", "hash-1", "Write.", List.of(lines)), CHART.patient(), Pseudonyms.of(seed));
    }

    private static String line(long seed, String line) {
        String block = released(seed, line).chartBlock();
        return block.substring("<chart>\n".length(), block.length() - "\n</chart>".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delacroix",
                "Xiomara",
                "Harrow Creek",
                "2024-03-04",
                "010-2030",
                "x.quill@example.org",
                "123-45-6789",
                "Brightwater",
                "Thornfield",
                "00471193"
            })
    void nothingThatIdentifiesAnybodyInANoteLeaves(String identifier) {
        String note = "N1 | note | Ms. Thornfield (MRN-00471193) was seen by Omar Delacroix, MD on 2024-03-04. Her"
                + " daughter Xiomara lives in Harrow Creek, phone (555) 010-2030, x.quill@example.org."
                + " She works for Brightwater Logistics. SSN 123-45-6789 on file.";
        assertThat(note).contains(identifier);
        assertThat(line(5, note)).doesNotContain(identifier).contains("was seen by", "on file.", " | note | ");
    }

    @Test
    void othersNumbersAndDatesInALineOfAFactAreReplacedToo() {
        assertThat(line(5, "L1 | result | Sent to x.quill@example.org | 2024-03-04"))
                .startsWith("L1 | result | Sent to ")
                .doesNotContain("quill", "2024-03-04");
    }

    @ParameterizedTest
    @CsvSource({"by", "comment"})
    void aPersonIsFoundInTheFieldsOfAFactThatNamePeople(String field) {
        assertThat(line(5, "A1 | allergy | Latex | " + field + " Dr. Delacroix"))
                .doesNotContain("Delacroix");
    }

    @Test
    void aYearAMonthOrADayOfTheWeekAloneNamesNoDayAndStays() {
        String note = "N1 | note | Stroke in 2019, seen on Monday, again in March 2021, and in 04/2022.";
        assertThat(line(5, note)).isEqualTo(note);
    }

    @Test
    void anAgeAboveNinetyStaysForItIsClinical() {
        String note = "N1 | note | A 97-year-old woman with cough.";
        assertThat(line(5, note)).isEqualTo(note);
    }

    @Test
    void theGenericWordsOfAPlaceStaySoThatAHospitalIsStillOne() {
        assertThat(line(5, "N1 | note | Transferred from Brookhaven General Hospital overnight."))
                .doesNotContain("Brookhaven")
                .contains(" General Hospital overnight.");
    }

    @Test
    void anIdentifierWithinAWordTakesTheWholeWordWithIt() {
        String written = line(5, "N1 | note | Ref x00471193y filed.");
        assertThat(written).doesNotContain("00471193").matches("N1 \\| note \\| Ref \\p{L}\\d{8}\\p{L} filed\\.");
    }

    @Test
    void aSubstituteIsNoWordOfTheChartSoThatAnAnswerIsTurnedBackWithoutDoubt() {
        for (int seed = 0; seed < 40; seed++) {
            String name =
                    line(seed, "N1 | note | Dr. Delacroix called.").replaceAll(".*Dr\\. (\\p{L}+) called\\.", "$1");
            String[] both = line(seed, "N1 | note | Dr. Delacroix called. Also " + name.toLowerCase() + " was given.")
                    .split("Also ");
            assertThat(both[0]).doesNotContain(name);
            assertThat(both[1]).isEqualTo(name.toLowerCase() + " was given.");
        }
    }

    @Test
    void datesMoveBackByFourToFiftyOneWholeWeeksAsTheSeedHasIt() {
        LocalDate day = LocalDate.parse("2024-03-04");
        TreeSet<Long> weeks = new TreeSet<>();
        for (long seed = 0; seed < 48; seed++) {
            String moved = line(seed << 8, "L1 | result | Potassium | 4.1 mmol/L | 2024-03-04");
            LocalDate to = LocalDate.parse(moved.substring(moved.length() - 10));
            long days = ChronoUnit.DAYS.between(to, day);
            assertThat(days % 7).isZero();
            weeks.add(days / 7);
        }
        assertThat(weeks.first()).isEqualTo(4);
        assertThat(weeks.last()).isEqualTo(51);
        assertThat(weeks).hasSize(48);
    }

    @Test
    void aDayWrittenInTwoFormsIsTurnedBackToTheFormItHad() {
        Released released = released(5, "N1 | note | On 03/04/2024 and 3/04/2024 she fell.");
        String block = released.chartBlock();
        assertThat(released.restored(block)).contains("On 03/04/2024 and 3/04/2024 she fell.");
    }

    @Test
    void aNameWithinAnotherWordOfAnAnswerIsNotTurnedBack() {
        Released released = released(5, "N1 | note | Dr. Delacroix called.");
        String name = released.chartBlock().replaceAll("(?s).*Dr\\. (\\p{L}+) called.*", "$1");
        assertThat(released.restored("pre" + name + " and " + name)).isEqualTo("pre" + name + " and Delacroix");
    }

    @Test
    void whatIsReleasedSaysWhichPromptItIs() {
        Released released = released(5, "N1 | note | Well.");
        assertThat(released.promptVersion()).isEqualTo("test-1");
        assertThat(released.promptHash()).isEqualTo("hash-1");
        assertThat(released.instructions()).isEqualTo("Write.");
        assertThat(released).hasToString("Released[test-1, 34 characters]");
    }
}
