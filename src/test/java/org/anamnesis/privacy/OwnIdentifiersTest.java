package org.anamnesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Demographics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnIdentifiersTest {

    private static final Demographics PATIENT = new Demographics(
            "p",
            Optional.of("Zoë García-Thornfield"),
            Optional.of(ClinicalTime.day(LocalDate.of(1951, 3, 4))),
            Optional.of("female"),
            Optional.of("MRN-0047-1193"),
            false,
            List.of(
                    "Zoë",
                    "García-Thornfield",
                    "Zoë García-Thornfield",
                    "MRN-0047-1193",
                    "+1 555-010-2030",
                    "zoe.g@example.org",
                    "14 Elm Street",
                    "Harrow Creek",
                    "97333-1020",
                    "May"));

    private static List<String> found(String text) {
        return OwnIdentifiers.of(PATIENT).find(text).stream()
                .map(one -> one.in(text))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë García-Thornfield",
                "ZOE GARCIA THORNFIELD",
                "zoe garcia_thornfield",
                "Garcia-Thornfield, Zoe",
                "GARCÍA",
                "MRN-0047-1193",
                "mrn 00471193",
                "MRN:0047 1193",
                "0047-1193",
                "00471193",
                "+1 555-010-2030",
                "(555) 010-2030",
                "555.010.2030",
                "5550102030",
                "ZOE.G@EXAMPLE.ORG",
                "14 elm street",
                "14, Elm  Street",
                "harrow creek",
                "97333-1020",
                "973331020",
                "1951-03-04",
                "3/4/1951",
                "03/04/51",
                "4 March 1951",
                "Mar. 4, 1951",
                "04-MAR-1951",
                "19510304",
                "4.3.1951"
            })
    void findsThePatientsOwnIdentifiersInAnySpelling(String written) {
        String text = "Seen today: " + written + "; well.";
        String left = text;
        for (String one : found(text)) {
            left = left.replace(one, "");
        }
        assertThat(left.replaceAll("[\\s,;:_()+-]", "")).isEqualTo("Seentodaywell.");
    }

    @Test
    void aNameThatIsAWordCountsWithACapitalLetterOnly() {
        assertThat(found("She may go home. May is well.")).containsExactly("May");
    }

    @Test
    void othersNumbersAreLeft() {
        assertThat(found("Potassium 4.7 on 2024-03-04, platelets 119300, at 16 Elm Street"))
                .isEmpty();
    }
}
