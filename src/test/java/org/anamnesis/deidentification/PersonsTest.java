package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in rows, turned round, told before, with a degree behind them, beside what other recognizers found. */
class PersonsTest {

    private static List<String> persons(String text, Found... known) {
        return new Persons()
                .find(text, List.of(known)).stream().map(one -> one.in(text)).toList();
    }

    private static List<String> words(String expected) {
        return Arrays.stream(expected.split("; "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Zbigniewska, Jennifer has fever and pain.                         | Zbigniewska, Jennifer
            Zbigniewska,Jennifer has fever and pain.                          | Zbigniewska,Jennifer
            Zbigniewska Qarthor, Jennifer has fever and pain.                 | Zbigniewska Qarthor, Jennifer
            Zbigniewska, Jennifer Qarthor has fever and pain.                 | Zbigniewska, Jennifer Qarthor
            Zbigniewska Qarthor Lumbriz, Jennifer has fever and pain.         | Jennifer
            Zbigniewska, Jennifer Qarthor Lumbriz has fever and pain.         | Jennifer Qarthor Lumbriz
            Zbigniewska and Jennifer has fever and pain.                      | Jennifer
            Zbigniewska, Schneider has fever and pain.                        | Schneider
            Schneider, Robin has fever and pain.                              | Schneider, Robin
            Zbigniewska, Robin has fever and pain.                            | Zbigniewska, Robin
            Marfan, Jennifer has fever and pain.                              | Marfan, Jennifer
            Marfan, Robin has fever and pain.                                 | ``
            Patient: Marfan, Zbigniewska has fever and pain.                  | Marfan, Zbigniewska
            """)
    void aLastNameStandsBeforeTheFirstWithACommaBetween(String text, String expected) {
        assertThat(persons(text)).containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Dr. Ito left the patient with fever. We think Ito left.              | Ito; Ito
            Dr. Best left the patient with fever. We think Best left.            | Best; Best
            Dr. Wu left the patient with fever. We think Wu left.                | Wu; Wu
            Dr. J. Ito left the patient with fever. We think J. Zyprexil left.   | J. Ito
            Dr. Best left the patient with fever. Best of all, it rained.        | Best
            Dr. Qarthor left the patient with fever. Qarthor left too.           | Qarthor; Qarthor
            Dr. Marfan left the patient with fever. It was Marfan syndrome.      | Marfan
            Dr. Ito left the patient with fever. We think Zyprexil left.         | Ito
            """)
    void aNameThatWasToldIsOneAgainWhereItCanBeNothingElse(String text, String expected) {
        assertThat(persons(text)).containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Patient with pain saw Dr. Kim and Robin.                     | Kim; Robin
            Patient with pain saw Dr. Kim or Best.                       | Kim; Best
            Patient with pain saw Best and Dr. Kim.                      | Kim
            Patient with pain saw Dr. Kim and Zyprexil was given.        | Kim
            Patient with pain saw Dr. Kim with Robin.                    | Kim
            Patient with pain saw Dr. Kim and Baker cyst was seen.       | Kim
            """)
    void aSurnameOrGivenNameInARowWithANameIsOneToo(String text, String expected) {
        assertThat(persons(text)).containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Called Rose Lane, RN about the dog.                   | Rose Lane
            Provider Rose Lane, RN came.                          | Rose Lane
            Nurse Rose Lane, RN came.                             | Rose Lane
            Today Jennifer Table Urgent, MD came.                 | Jennifer Table Urgent
            We went to the Table Green Schneider, MD too.         | Table Green Schneider
            Rich Field (neighbor) came.                           | Rich Field
            """)
    void aDegreeBehindMakesOneNameOfAllItsWords(String text, String expected) {
        assertThat(persons(text)).containsExactlyElementsOf(words(expected));
    }

    @Test
    void inATextWithoutCapitalsNamesAreReadAsIfTheyHadThem() {
        assertThat(persons("jennifer has fever and pain")).containsExactly("jennifer");
        assertThat(persons("jennifer schneider denies fever and pain")).containsExactly("jennifer schneider");
        assertThat(persons("he has fever and pain")).isEmpty();
    }

    @Test
    void inATextOfCapitalsWhatSomebodyDoesIsNotOfTheName() {
        assertThat(persons("PATIENT JENNIFER DENIES FEVER AND PAIN")).containsExactly("JENNIFER");
    }

    @Test
    void whatOthersFoundIsNotTakenASecondTime() {
        assertThat(persons("Jennifer has pain", new Found(0, 8, Kind.PLACE))).isEmpty();
        assertThat(persons("Called Rose Lane, RN now", new Found(12, 16, Kind.PLACE)))
                .isEmpty();
        assertThat(persons("He said call jennifer today.", new Found(13, 21, Kind.PLACE)))
                .isEmpty();
    }

    @Test
    void whatTouchesANameDoesNotHideIt() {
        assertThat(persons("Jennifer: has pain", new Found(8, 9, Kind.NUMBER))).containsExactly("Jennifer");
        assertThat(persons("#Jennifer has pain", new Found(0, 1, Kind.NUMBER))).containsExactly("Jennifer");
    }
}
