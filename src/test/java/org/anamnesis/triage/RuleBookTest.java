package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.score.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that a hospital can change: complete, cited, and refused where they cannot be read. */
class RuleBookTest {

    /** Words by which a text would order instead of offering. */
    private static final Pattern ORDER = Pattern.compile(
            "^(?:give|start|admit|discharge|call|send|do|must|order|treat|transfer|perform|administer|intubate)\\b|\\bmust\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void everyRuleHasAReasonASourceAndAnOptionThatIsNoOrder() {
        List<Rule> rules = RuleBook.standard().rules();
        assertThat(rules).hasSizeGreaterThan(200).allSatisfy(rule -> {
            assertThat(rule.why()).as(rule.id()).isNotBlank();
            assertThat(RuleBook.standard().citations(rule.sources()))
                    .as(rule.id())
                    .isNotEmpty();
            assertThat(rule.review()).as(rule.id()).isNotBlank().doesNotContainPattern(ORDER);
        });
        assertThat(RuleBook.standard().complaints().groups()).hasSizeGreaterThan(140);
    }

    @Test
    void theLevelOfARuleFitsItsDecisionPoint() {
        assertThat(RuleBook.standard().rules())
                .allSatisfy(rule -> assertThat(rule.level())
                        .as(rule.id())
                        .isIn(
                                rule.point() == Point.A
                                        ? List.of(Level.IMMEDIATE)
                                        : List.of(Level.EMERGENT, Level.URGENT)));
    }

    /** A heart rate of 120 is usual in an infant and a systolic pressure of 100 in a child. */
    @Test
    void aLimitOfRatesAndPressuresNamesTheAgeItIsMadeFor() {
        assertThat(Rows.of(RuleBook.class, "red-flags.txt").rows())
                .map(row -> row.cell("when"))
                .filteredOn(when -> when.matches("(?:.* )?(?:hr|rr|sbp|dbp) [<>].*"))
                .allSatisfy(when -> assertThat(when).containsPattern("\\b(?:age|months) [<>]|\\bpregnant\\b"));
    }

    @Test
    void noRuleHoldsForAHealthyPersonWithAColdAndNoneFailsOnAnEmptyVisit() {
        Acuity.Levelled well = Desk.levelled(Desk.somebody("Sore throat", 25, "male"));
        assertThat(well.points().stream().flatMap(point -> point.reasons().stream()))
                .extracting(Reason::rule)
                .containsExactly("C");
        assertThat(Triage.acuity(ReportedVisit.at(Desk.NOW).visit())).isInstanceOf(Acuity.Undetermined.class);
    }

    @Test
    void aHospitalCanPutItsOwnRuleInThePlaceOfOurs() {
        RuleBook book = book("version | west-1\nid | level | point | when | why | review | source\n"
                + "W1 | 1 | A | complaint cold and age >= 90 | our own | our team | ESI\n");
        EmergencyVisit visit = Desk.somebody("a cold", 91, "female").visit();
        Acuity.Levelled acuity = (Acuity.Levelled) new Triage(book).of(visit);
        assertThat(acuity.level()).isEqualTo(Level.IMMEDIATE);
        assertThat(acuity.rules()).contains("red flags west-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint plague",
                "history plague",
                "age => 9",
                "shoe-size > 9",
                "unwell",
                "complaint cold or age > 9"
            })
    void refusesAConditionItCannotRead(String when) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("version | 1\nid | level | point | when | why | review | source\n"
                        + "W1 | 1 | A | " + when + " | x | y | ESI\n"))
                .withMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GOSSIP"})
    void refusesARowWithoutAKnownSource(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("version | 1\nid | level | point | when | why | review | source\n"
                        + "W1 | 1 | A | age > 9 | x | y | " + source + "\n"));
    }

    @Test
    void refusesTwoRulesOfOneName() {
        String row = "W1 | 1 | A | age > 9 | x | y | ESI\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("version | 1\nid | level | point | when | why | review | source\n" + row + row));
    }

    private static RuleBook book(String redFlags) {
        return new RuleBook(
                rows("version | 1\nwritten | means\nrhinitis | cold\n"),
                rows(
                        "version | 1\ngroup | name | phrases | beside | resources | source\ncold | a cold | cold | | none | ESI\n"),
                rows(redFlags),
                rows("version | 1\nfrom | below | hr | rr | spo2\n0 | 2400 | 100 | 20 | 92\n"),
                rows("version | 1\nkey | citation\nESI | Emergency Severity Index, version 4\n"));
    }

    private static Rows rows(String text) {
        return Rows.read(new StringReader(text));
    }
}
