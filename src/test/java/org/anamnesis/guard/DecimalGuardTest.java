package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import org.anamnesis.guard.RefusedInput.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the catalogue of attack cases. */
class DecimalGuardTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E+99999", "1e-999999999"})
    void case01RefusesAHostileDecimalInAJsonString(String number) {
        assertRefused(json(number), Reason.NUMBER_TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E+99999", "1e-999999999"})
    void case01RefusesAHostileDecimalInAnXmlAttribute(String number) {
        assertRefused(xml(number), Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case03RefusesAHundredMillionPlacesHoweverWritten() {
        assertRefused(json("1e-100000000"), Reason.NUMBER_TOO_BIG);
        assertRefused(xml("1e-100000000"), Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case04RefusesAScaleThatOverflowsHoweverWritten() {
        assertRefused(json("1e2147483647"), Reason.NUMBER_TOO_BIG);
        assertRefused(xml("1e2147483647"), Reason.NUMBER_TOO_BIG);
        assertRefused(json("1e-2147483647"), Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case01RefusesItInExtensionsContainedResourcesAndBundles() {
        assertRefused(
                R4.newJsonParser()
                        .parseResource("{\"resourceType\":\"Patient\",\"extension\":[{\"url\":\"u\","
                                + "\"valueDecimal\":\"1e99999\"}]}"),
                Reason.NUMBER_TOO_BIG);
        String observation =
                "{\"resourceType\":\"Observation\",\"id\":\"o\",\"valueQuantity\":{\"value\":\"1e99999\"}}";
        assertRefused(
                R4.newJsonParser()
                        .parseResource("{\"resourceType\":\"DiagnosticReport\",\"contained\":[" + observation
                                + "],\"result\":[{\"reference\":\"#o\"}]}"),
                Reason.NUMBER_TOO_BIG);
        assertRefused(
                R4.newJsonParser()
                        .parseResource("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + observation + "}]}"),
                Reason.NUMBER_TOO_BIG);
        assertRefused(
                R4.newJsonParser()
                        .parseResource(
                                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"context\",\"resource\":"
                                        + "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + observation
                                        + "}]}}]}"),
                Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case01RefusesManyDigits() {
        assertRefused(json("9".repeat(4_000)), Reason.NUMBER_TOO_LONG);
        assertRefused(xml("9".repeat(4_000)), Reason.NUMBER_TOO_LONG);
    }

    private static IBaseResource json(String number) {
        return R4.newJsonParser()
                .parseResource("{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":\"" + number + "\"}}");
    }

    private static IBaseResource xml(String number) {
        return R4.newXmlParser()
                .parseResource("<Observation xmlns=\"http://hl7.org/fhir\"><valueQuantity><value value=\"" + number
                        + "\"/></valueQuantity></Observation>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.90", "-0.001", "1e40", "1.25e-40", "72"})
    void passesDecimalsAsChartsHaveThem(String number) {
        IBaseResource observation = R4.newJsonParser()
                .parseResource("{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":" + number + "}}");
        assertThatCode(() -> DecimalGuard.check(R4, observation, Limits.EHR)).doesNotThrowAnyException();
    }

    private static void assertRefused(IBaseResource resource, Reason reason) {
        RefusedInput refused =
                catchThrowableOfType(RefusedInput.class, () -> DecimalGuard.check(R4, resource, Limits.CALLER));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
