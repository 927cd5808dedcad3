package org.anamnesis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the web is the EHR. */
class EhrOriginTest {

    private static final EhrOrigin EHR = new EhrOrigin(URI.create("https://ehr.example/base/fhir"));

    @ParameterizedTest
    @CsvSource({
        "Binary/b1,https://ehr.example/base/fhir/Binary/b1",
        "/base/fhir/Binary/b1,https://ehr.example/base/fhir/Binary/b1",
        "https://ehr.example/base/fhir/Binary/b1,https://ehr.example/base/fhir/Binary/b1",
        "https://EHR.example:443/base/fhir?page=2,https://EHR.example:443/base/fhir?page=2"
    })
    void aRelativeLinkStartsAtTheBase(String link, String url) {
        assertThat(EHR.within(link)).hasValue(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/base/fhir/Binary/b1",
                "http://ehr.example/base/fhir/Binary/b1",
                "https://ehr.example:444/base/fhir/Binary/b1",
                "https://user@ehr.example/base/fhir/Binary/b1",
                "//elsewhere.example/base/fhir/Binary/b1",
                "/Binary/b1",
                "../Binary/b1",
                "Binary/../../../other",
                "Binary/%2e%2e/%2e%2e/other",
                "Binary/b1#part",
                "urn:uuid:0e9d8d9c-5f0d-4a0b-9ad1-6a8f0f8f0f8f",
                "file:///etc/hosts",
                "Binary/b 1"
            })
    void case23WhatLeadsOutOfItIsNotFollowed(String link) {
        assertThat(EHR.within(link)).isEmpty();
    }

    @Test
    void aReferenceNamesAResourceOfThisEhrOnly() {
        assertThat(EHR.idOf("Medication", "Medication/m1")).hasValue("m1");
        assertThat(EHR.idOf("Medication", "https://ehr.example/base/fhir/Medication/m1/_history/3"))
                .hasValue("m1");
        assertThat(EHR.idOf("Medication", "https://elsewhere.example/fhir/Medication/m1"))
                .isEmpty();
        assertThat(EHR.idOf("Medication", "Patient/m1")).isEmpty();
        assertThat(EHR.idOf("Medication", "Medication/m1?x=y")).isEmpty();
        assertThat(EHR.idOf("Medication", "#m1")).isEmpty();
    }
}
