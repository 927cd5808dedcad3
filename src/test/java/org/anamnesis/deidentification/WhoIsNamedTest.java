package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names somebody by what stands beside it, and the same words where they are a drug, a disease, a dose or a reading. */
class WhoIsNamedTest {

    private static List<String> found(String text) {
        return Deidentifier.find(text).stream().map(one -> one.in(text)).toList();
    }

    private static List<String> words(String expected) {
        return Arrays.stream(expected.split("; "))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Patient denies fever. Dr. Graves examined the patient.            | Graves
            Patient has Graves disease, on methimazole 10 mg daily.           | ``
            Patient in pain; Zyprexil 10 mg daily was given.                  | ``
            Patient: Thornfield, Mary. Admitted with fever.                   | Thornfield, Mary
            Name: Rose Field. Patient admitted with pain.                     | Rose Field
            Patient with fever, seen by Mary Thornfield, MD.                  | Mary Thornfield
            Patient with fever, seen by Rose Field, RN, in clinic.            | Rose Field
            Patient with fever; Rich Field (brother) was called.              | Rich Field
            Patient with pain. Her husband Zbigniew was notified.             | Zbigniew
            Patient with pain. Her husband Improved was notified.             | ``
            Patient in clinic. We paged Okonkwo about the fever.              | Okonkwo
            Patient with pain. Jennifer said it began today.                  | Jennifer
            Patient with pain. Mary A. Thornfield left the clinic.            | Mary A. Thornfield
            Patient with fever; Ludwig van Beethoven was seen in clinic.      | Ludwig van Beethoven
            Patient seen in clinic by Dr. van der Berg.                       | Berg
            Patient with fever. Signed by Mary Thornfield.                    | Mary Thornfield
            Dictated by: Okonkwo, patient seen in clinic.                     | Okonkwo
            Patient with fever. MARY THORNFIELD was seen in clinic.           | MARY THORNFIELD
            Patient with MI and CT of the abdomen; EF 35.                     | ``
            Patient had Foley catheter and Swan-Ganz catheter in clinic.      | ``
            Patient took Tylenol 500 mg and Lasix 40 mg daily.                | ``
            Patient told Dr. Mary Thornfield. Thornfield agreed to labs.      | Mary Thornfield; Thornfield
            Patient with fever seen by Dr. Kim, Baker and Long in clinic.     | Kim, Baker; Long
            call the clinic with fever or pain.                               | ``
            We met Zbigniewska yesterday and she sang.                        | Zbigniewska
            Zbigniewska's dog barked.                                         | Zbigniewska
            Yesterday it rained and Jennifer sang.                            | Jennifer
            Hello Okonkwo, how was it?                                        | Okonkwo
            Yesterday Mary Thornfield sang.                                   | Mary Thornfield
            Yesterday Mary Smith-Jones sang.                                  | Mary Smith-Jones
            Yesterday Zbigniewska Qarthowitz sang.                            | Zbigniewska Qarthowitz
            Patient in clinic. Zbigniewska Qarthowitz said pain began.        | Zbigniewska Qarthowitz
            Patient with pain was given Zyprexil Qarthor 10 mg daily.         | ``
            We bought Zyprexil Qarthor 10 in the shop.                        | ``
            Dr. O'Brien called.                                               | O'Brien
            We saw Zbigniewska's dog.                                         | Zbigniewska
            Zbigniewska: it rained.                                           | Zbigniewska
            Zbigniewska rained.                                               | ``
            We saw XQR there.                                                 | ``
            Patient with Guillain Barre syndrome seen in clinic.              | ``
            Patient with Wolff-Parkinson-White syndrome seen in clinic.       | ``
            Yesterday Thornfield, Jennifer sang.                              | Thornfield, Jennifer
            Patient Zbigniewska has fever; labs drawn.                        | Zbigniewska
            Patient Denies fever; labs drawn.                                 | ``
            He said call jennifer today.                                      | jennifer
            He said call jennifer thornfieldova today.                        | jennifer thornfieldova
            He said call today.                                               | ``
            Called Rose Lane, RN about the dog.                               | Rose Lane
            We met John St. Clair there.                                      | John St. Clair
            We met J. Thornfield there.                                       | J. Thornfield
            Patient with pain, labs drawn. Her sister Rose Field came.        | Rose Field
            Patient with pain, labs drawn. Zbigniewska (MRN 4471193) came.    | Zbigniewska; 4471193
            Patient with pain, labs drawn. Zbigniewska, RN, came.             | Zbigniewska
            Patient with pain, labs drawn. Hodgkin lymphoma known.            | ``
            Patient with pain, labs drawn. Jennifer's dog bit.                | Jennifer
            My name is Rose.                                                  | Rose
            """)
    void aNameIsFoundByWhatStandsBesideIt(String text, String expected) {
        assertThat(found(text)).containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Call 555-010-2030 with results.                 | 555-010-2030
            Call 5550102 with results.                      | 5550102
            Call 555010 with results.                       | ``
            The line (555) 010-2030 was busy.               | (555) 010-2030
            The line +49 30 901820 was busy.                | +49 30 901820
            The line 030 9018 2044 was busy.                | 030 9018 2044
            Glucose 120 130 145 160 were read.                 | ``
            Home: 020 7946 0018 after five.                 | 020 7946 0018
            Fax 555-010-2030 ext. 44 in the morning.        | 555-010-2030 ext. 44
            Pulse 88, 92, 101 and 120 in a row.             | ``
            Write to a.b@example.org now.                   | a.b@example.org
            See www.example.org/a now.                      | www.example.org/a
            Host fe80::1ff:fe23:4567:890a was seen.         | fe80::1ff:fe23:4567:890a
            Seen 2024-03-04 at the clinic.                  | 2024-03-04
            Seen on 3/4/2024 at the clinic.                 | 3/4/2024
            Seen on 4 March 2024 at the clinic.             | 4 March 2024
            Seen on March 4 at the clinic.                  | March 4
            Back in March with cough.                       | March
            Back in may with cough.                         | ``
            Take 1 may take another.                        | ``
            Seen on 4/12 with cough.                        | 4/12
            Strength 4/12 with effort.                      | ``
            Strength was seen on 4/5 with cough.            | 4/5
            Took 1/2 tablet.                                | ``
            A cough of 7/22 kind.                           | 7/22
            Ratio 4/12 of the two.                          | ``
            Smith 1/4 wrote.                                | 1/4
            The part 1/4 fell.                              | ``
            The part 3/8 fell.                              | ``
            The part 4/3 fell.                              | 4/3
            Stroke in 2019 and well since.                  | 2019
            Walked 2019 steps today.                        | ``
            Took in 2019 calories.                          | ``
            He is 97 years old.                             | 97
            He is 87 years old.                             | ``
            Seen on Monday with cough.                      | Monday
            Chart number 4471193 was read.                  | 4471193
            Policy 2024-03-04 was read.                     | 2024-03-04
            Account 99887766554433 was read.                | 99887766554433
            Code ICD 1234567 was read.                      | ``
            Count 1234567 cells were seen.                  | ``
            Pain was seen on 4/12 tablets.                  | ``
            The part 7/8 fell.                              | ``
            The part 5/7 fell.                              | 5/7
            Lives at 14 Elm Street since.                   | 14 Elm Street
            Lives in Springfield, IL 62704 since.           | Springfield; IL; 62704
            Platelets 62704 were seen.                      | ``
            """)
    void aNumberOrADateIsFoundByItsFormAndWhatStandsBesideIt(String text, String expected) {
        assertThat(found(text)).containsExactlyElementsOf(words(expected));
    }

    @Test
    void withoutNamesOnlyNumbersDatesAndContactsAreFound() {
        String text = "Dr. Thornfield, a@example.org, (555) 010-2030, MRN 4471193, 2024-03-04, on Monday";
        assertThat(Deidentifier.findNumbers(text).stream().map(one -> one.in(text)))
                .containsExactly("a@example.org", "(555) 010-2030", "4471193", "2024-03-04", "Monday");
    }

    @ParameterizedTest
    @CsvSource({"May, true", "Rich, true", "Parkinson, true", "table, true", "Jennifer, false", "Zbigniewska, false"})
    void aNameMayBeAWordOfLanguageOrOfMedicineToo(String name, boolean also) {
        assertThat(Deidentifier.isAlsoAWord(name)).isEqualTo(also);
    }

    @ParameterizedTest
    @CsvSource({"Parkinson disease, true", "Parkinson left, false", "Foley catheter, true", "Parkinson, false"})
    void aNameBeforeANounOfMedicineIsTheNameOfAThing(String text, boolean eponym) {
        assertThat(Deidentifier.isEponym(text, 0, text.split(" ")[0].length())).isEqualTo(eponym);
    }

    @Test
    void whatIsFoundHasACharacterAndOverlapsOnlyWhatSharesOne() {
        assertThat(new Found(3, 5, Kind.DATE).overlaps(new Found(5, 7, Kind.DATE)))
                .isFalse();
        assertThat(new Found(5, 7, Kind.DATE).overlaps(new Found(3, 5, Kind.DATE)))
                .isFalse();
        assertThat(new Found(0, 1, Kind.DATE).overlaps(new Found(0, 2, Kind.DATE)))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Found(3, 3, Kind.DATE));
    }
}
