package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import org.anamnesis.guard.RefusedInput.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of the catalogue of attack cases. */
class DecimalGuardTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    @ParameterizedTest
    @CsvSource({"1e999999999,NUMBER_TOO_BIG", "1e-100000000,NUMBER_TOO_BIG", "1e2147483647,NUMBER_TOO_BIG"})
    void case01RefusesAHostileDecimalInAJsonString(String number, Reason reason) {
        assertRefused(
                R4.newJsonParser()
                        .parseResource(
                                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":\"" + number + "\"}}"),
                reason);
    }

    @Test
    void case01RefusesAHostileDecimalInAnXmlAttribute() {
        assertRefused(
                R4.newXmlParser()
                        .parseResource("<Observation xmlns=\"http://hl7.org/fhir\"><valueQuantity>"
                                + "<value value=\"1e999999999\"/></valueQuantity></Observation>"),
                Reason.NUMBER_TOO_BIG);
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
    void case01RefusesDigitsWithoutEnd() {
        assertRefused(
                R4.newJsonParser()
                        .parseResource("{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":\""
                                + "9".repeat(10_000) + "\"}}"),
                Reason.NUMBER_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"5.90", "-0.001", "1e40", "1.25e-40", "72"})
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
