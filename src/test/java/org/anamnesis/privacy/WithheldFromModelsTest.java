package org.anamnesis.privacy;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

/** What of a chart goes to no model, by its labels and by the patient's consents, and how that is told. */
class WithheldFromModelsTest {

    private static Attribute label(String code) {
        return Attribute.worded(Role.SECURITY_LABEL, code);
    }

    private static Attribute denies(String what) {
        return Attribute.worded(Role.CONSENT_DENIES, what);
    }

    private static Attribute until(String day) {
        return Attribute.timed(Role.ENDED, ClinicalTime.day(LocalDate.parse(day)));
    }

    private static Chart goutUnder(Standing standing, Attribute... consent) {
        return aChart().problem("Gout", Standing.ACTIVE, "2020-01-01")
                .fact(FactKind.DIRECTIVE, "Consent", standing, "2024-01-01", consent)
                .build();
    }

    private static ModelPrivacy.Permitted permitted(Chart chart) {
        return ModelPrivacy.STRICT.of(chart);
    }

    @Test
    void aNoteThatBearsASensitiveLabelDoesNotGoAndNeitherDoItsSentences() {
        Chart chart = aChart().note("Visit", "2024-11-01", "Well.")
                .note("Therapy", "2024-11-02", "Grief.")
                .build();
        Chart labelled = new Chart(
                chart.patient(),
                chart.facts().stream()
                        .map(fact -> fact.concept().text().equals("Therapy")
                                ? aChart().fact(FactKind.NOTE, "Visit", Standing.FINAL, "")
                                        .fact(FactKind.NOTE, "Therapy", Standing.FINAL, "", label("PSYTHPN"))
                                        .build()
                                        .facts()
                                        .getLast()
                                : fact)
                        .toList(),
                chart.notes(),
                chart.coverage(),
                chart.asOf());
        ModelPrivacy.Permitted permitted = permitted(labelled);
        assertThat(permitted.chart().notes()).hasSize(1);
        assertThat(permitted.withheld()).isEqualTo(1);
        assertThat(permitted.labels()).containsExactly("PSYTHPN");
    }

    @Test
    void whereNothingIsWithheldNothingIsSaid() {
        Chart chart = aChart().problem("Gout", Standing.ACTIVE, "2020-01-01").build();
        assertThat(permitted(chart).told(chart)).isEqualTo(chart);
    }

    @Test
    void oneFactIsToldInTheSingularBesideWhatTheCoverageSaysAlready() {
        Chart chart = aChart().fact(FactKind.PROBLEM, "Abuse", Standing.ACTIVE, "", label("V"))
                .covered("Observation", new Coverage.Outcome.CutOff(400, OptionalInt.of(4665)))
                .build();
        Coverage told = permitted(chart).told(chart).coverage();
        assertThat(told.entries()).extracting(Coverage.Entry::asked).containsExactly("all", "1 fact labelled V");
        assertThat(told.entries().getLast().outcome()).isEqualTo(new Coverage.Outcome.NotAsked(ModelPrivacy.REASON));
    }

    @Test
    void whatAConsentDeniesIsToldAsDenied() {
        Chart chart = goutUnder(Standing.ACTIVE, denies("everything"));
        ModelPrivacy.Permitted permitted = permitted(chart);
        assertThat(permitted.denied()).isTrue();
        assertThat(permitted.chart().facts()).isEmpty();
        assertThat(permitted.told(chart).coverage().entries())
                .extracting(Coverage.Entry::asked)
                .containsExactly("2 facts denied by consent");
    }

    @Test
    void aConsentMayDenyATypeOfResourceOneResourceOrALabel() {
        assertThat(permitted(goutUnder(Standing.ACTIVE, denies("type:Basic"))).withheld())
                .isEqualTo(2);
        assertThat(permitted(goutUnder(Standing.ACTIVE, denies("resource:Basic/problem1")))
                        .withheld())
                .isEqualTo(1);
        Chart labelled = aChart().fact(FactKind.PROBLEM, "Cough", Standing.ACTIVE, "", label("EMPL"))
                .fact(FactKind.DIRECTIVE, "Consent", Standing.ACTIVE, "2024-01-01", denies("label:EMPL"))
                .build();
        assertThat(new ModelPrivacy(Set.of("EMPL"), false).of(labelled).withheld())
                .isEqualTo(1);
    }

    @Test
    void aConsentHoldsToItsLastDayAndNoLonger() {
        assertThat(permitted(goutUnder(Standing.ACTIVE, denies("everything"), until("2024-11-20")))
                        .denied())
                .isTrue();
        assertThat(permitted(goutUnder(Standing.ACTIVE, denies("everything"), until("2024-11-19")))
                        .denied())
                .isFalse();
    }

    @Test
    void aConsentThatIsNotInForceDeniesNothing() {
        assertThat(permitted(goutUnder(Standing.STOPPED, denies("everything"))).denied())
                .isFalse();
    }
}
