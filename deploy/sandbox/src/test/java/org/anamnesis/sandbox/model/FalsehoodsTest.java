package org.anamnesis.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FalsehoodsTest {

    private final ChartBlock chart = ChartBlock.in(GoodAnswerTest.PROMPT);
    private final List<Statement> truth = GoodAnswer.to(chart);
    private final Falsehoods.Mixed mixed = Falsehoods.among(truth, chart);

    @Test
    void everyKindOfFalsehoodIsAmongTheTrueStatements() {
        assertThat(mixed.planted().stream().map(Statement::text))
                .containsExactlyInAnyOrder(
                        "Furosemide 40 mg oral tablet: 2000 mg by mouth twice daily, for Heart failure, ordered 8 Oct 2024.",
                        "Heart failure with reduced ejection fraction, active since 20 Jun 2015.",
                        "Potassium rose from 4.4 mmol/L on 8 Oct 2024 to 59.0 mmol/L (high) on 11 Nov 2024.",
                        "Thoracentesis, Right pleural cavity on 13 Nov 2024.",
                        "Office visit on 8 Oct 2021.",
                        "There is no type 2 diabetes mellitus.",
                        "Digoxin 250 mcg by mouth once daily.",
                        "Digoxin 250 mcg by mouth once daily.",
                        "Start Digoxin 250 mcg by mouth once daily.");
    }

    @Test
    void noFalsehoodIsATrueStatementAndAllAreInTheAnswer() {
        assertThat(mixed.planted()).doesNotContainAnyElementsOf(truth);
        assertThat(mixed.all()).containsAll(mixed.planted());
    }

    @Test
    void trueStatementsStayAmongThem() {
        assertThat(mixed.all()).containsAnyElementsOf(truth);
    }

    @Test
    void aDrugThePatientTakesIsNeverTheInventedOne() {
        ChartBlock withDigoxin =
                ChartBlock.in("<chart>\nM1 | medication | Digoxin 125 mcg | active | 125 mcg daily\n</chart>");

        assertThat(Falsehoods.among(List.of(), withDigoxin).planted())
                .isNotEmpty()
                .allSatisfy(falsehood -> assertThat(falsehood.text()).doesNotContain("Digoxin"));
    }
}
