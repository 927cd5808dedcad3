package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class AllergyReaderTest {

    @Test
    void anAllergyHasItsReactionSeverityAndCriticality() {
        Fact fact = fact("""
                {"resourceType":"AllergyIntolerance","id":"a1","clinicalStatus":{"coding":[{"code":"active"}]},
                 "criticality":"high","category":["medication"],"code":{"text":"Penicillin V"},
                 "reaction":[{"manifestation":[{"text":"Hives"},{"text":"Wheeze"}],"severity":"severe"}]}""");

        assertThat(fact.standing()).isEqualTo(Standing.ACTIVE);
        assertThat(fact.attribute(Role.REACTION).orElseThrow().text()).isEqualTo("Hives, Wheeze");
        assertThat(fact.attribute(Role.SEVERITY).orElseThrow().text()).isEqualTo("severe");
        assertThat(fact.attribute(Role.CRITICALITY).orElseThrow().text()).isEqualTo("high");
    }

    @Test
    void aRefutedAllergyIsNegated() {
        assertThat(fact("""
                {"resourceType":"AllergyIntolerance","id":"a1","code":{"text":"Shellfish"},
                 "verificationStatus":{"coding":[{"code":"refuted"}]}}""").standing()).isEqualTo(Standing.NEGATED);
    }

    @Test
    void noKnownAllergyIsAFactOfItsOwn() {
        Fact fact = fact("""
                {"resourceType":"AllergyIntolerance","id":"a1","clinicalStatus":{"coding":[{"code":"active"}]},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003","display":"No known allergy"}]}}""");

        assertThat(fact.concept().text()).isEqualTo("No known allergy");
        assertThat(fact.standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void anAllergyEnteredInErrorIsNoFact() {
        assertThat(chart("""
                {"resourceType":"AllergyIntolerance","id":"a1","code":{"text":"Latex"},
                 "verificationStatus":{"coding":[{"code":"entered-in-error"}]}}""").facts()).isEmpty();
    }

    @Test
    void theSubstanceOfTheReactionNamesAnAllergyWithoutACode() {
        assertThat(fact("""
                {"resourceType":"AllergyIntolerance","id":"a1","reaction":[{"substance":{"text":"Latex"},
                 "manifestation":[{"text":"Rash"}]}]}""").concept().text()).isEqualTo("Latex");
    }
}
