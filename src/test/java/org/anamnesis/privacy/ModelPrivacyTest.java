package org.anamnesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ModelPrivacyTest {

    private static final ClinicalTime NOW = ClinicalTime.day(LocalDate.of(2024, 11, 12));

    private static Chart chart(Resource... resources) {
        Patient patient = new Patient();
        patient.setId("p1");
        return ChartAssembly.of(patient, List.of(resources), new Coverage(List.of()), NOW);
    }

    private static Condition condition(String name, String... labels) {
        Condition condition = new Condition().setCode(new CodeableConcept().setText(name));
        condition.setId(name);
        for (String label : labels) {
            condition.getMeta().addSecurity(new Coding().setCode(label));
        }
        return condition;
    }

    private static Consent denial() {
        Consent consent = new Consent().setStatus(Consent.ConsentState.ACTIVE);
        consent.setId("consent");
        consent.setScope(new CodeableConcept().addCoding(new Coding().setCode("patient-privacy")));
        consent.getProvision().setType(Consent.ConsentProvisionType.DENY);
        return consent;
    }

    private static List<String> names(ModelPrivacy privacy, Chart chart) {
        return privacy.of(chart).chart().facts().stream()
                .map(Fact::concept)
                .map(concept -> concept.text())
                .toList();
    }

    @Test
    void whatBearsASensitiveLabelDoesNotGoUnlessTheEhrSaysSo() {
        Chart chart = chart(
                condition("Gout"),
                condition("Asthma", "N"),
                condition("Abuse", "V"),
                condition("Opioid use", "R", "OPIOIDUD"));
        assertThat(names(ModelPrivacy.STRICT, chart)).containsExactlyInAnyOrder("Gout", "Asthma");
        assertThat(names(new ModelPrivacy(Set.of("R"), false), chart)).containsExactlyInAnyOrder("Gout", "Asthma");
        assertThat(names(new ModelPrivacy(Set.of("R", "OPIOIDUD"), false), chart))
                .containsExactlyInAnyOrder("Gout", "Asthma", "Opioid use");
    }

    @Test
    void howManyWereWithheldAndWhyStandsInTheCoverage() {
        Chart chart = chart(condition("Gout"), condition("Abuse", "V"), condition("Therapy", "PSYTHPN"));
        ModelPrivacy.Permitted permitted = ModelPrivacy.STRICT.of(chart);
        assertThat(permitted.withheld()).isEqualTo(2);
        assertThat(permitted.told(chart).coverage().entries())
                .extracting(Coverage.Entry::asked)
                .containsExactly("2 facts labelled PSYTHPN, V");
        assertThat(permitted.told(chart).facts()).hasSameSizeAs(chart.facts());
    }

    @Test
    void aConsentThatDeniesWithoutALimitDeniesEverything() {
        assertThat(ModelPrivacy.STRICT.of(chart(condition("Gout"), denial())).denied())
                .isTrue();
    }

    @Test
    void aConsentThatDeniesSomeDeniesThat() {
        Consent consent = denial();
        consent.getProvision().addSecurityLabel(new Coding().setCode("HIV"));
        Chart chart = chart(condition("Gout"), condition("HIV infection", "HIV"), consent);
        ModelPrivacy.Permitted permitted = new ModelPrivacy(Set.of("HIV"), false).of(chart);
        assertThat(permitted.denied()).isFalse();
        assertThat(permitted.chart().facts())
                .extracting(fact -> fact.concept().text())
                .contains("Gout")
                .doesNotContain("HIV infection");
    }

    @Test
    void aConsentThatWasWithdrawnOrIsAboutResearchDeniesNothing() {
        Consent inactive = denial().setStatus(Consent.ConsentState.INACTIVE);
        Consent research = denial();
        research.getProvision().addPurpose(new Coding().setCode("HRESCH"));
        assertThat(ModelPrivacy.STRICT.of(chart(condition("Gout"), inactive)).denied())
                .isFalse();
        assertThat(ModelPrivacy.STRICT.of(chart(condition("Gout"), research)).denied())
                .isFalse();
    }

    @Test
    void labelsAreForPolicyAndStandInNoLine() {
        Chart chart = chart(condition("Opioid use", "R", "OPIOIDUD"));
        assertThat(String.join(
                        "\n", org.anamnesis.digest.Digester.digest(chart, 6_000).lines()))
                .contains("Opioid use")
                .doesNotContain("OPIOIDUD");
    }
}
