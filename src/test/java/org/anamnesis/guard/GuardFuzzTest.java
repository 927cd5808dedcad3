package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.DefaultHandler;

/** Case 16 of the catalogue of attack cases: what the guards pass, parsers read, and nothing else comes out of them. */
class GuardFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final byte[] PATIENT = bytes(
            "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"active\":true,"
                    + "\"extension\":[{\"url\":\"u\",\"valueDecimal\":1.5e-3}],\"name\":[{\"text\":\"Zoë 東京 \\ud83e\\ude7a\"}]}");
    private static final byte[] BUNDLE = bytes("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"id\":\"a\"}},"
            + "{\"fullUrl\":\"urn:uuid:1\",\"resource\":{\"value\":[1,2.5,\"x\"]}}],\"total\":2}");
    private static final byte[] XML =
            bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><f:Bundle xmlns:f=\"urn:f\"><f:entry>"
                    + "<x a=\"1&#10;2\">t &amp; <![CDATA[<u>]]></x></f:entry><!-- c --><f:entry/></f:Bundle>");

    @FuzzTest(maxDuration = "2m")
    void case16WhatTheJsonGuardPassesIsJsonWithoutSecondNames(byte[] input) throws IOException {
        try {
            JsonGuard.check(input, Limits.CALLER);
        } catch (RefusedInput refused) {
            return;
        }
        assertThat(JSON.readTree(input).isObject()).isTrue();
    }

    @FuzzTest(maxDuration = "1m")
    void case16EntriesAreCutOutOfWhatTheGuardPassesWithoutALoss(byte[] input) throws IOException {
        EntrySlices slices;
        try {
            slices = EntrySlices.of(input);
        } catch (IOException notJson) {
            assertThatCode(() -> JsonGuard.check(input, Limits.CALLER)).isInstanceOf(RefusedInput.class);
            return;
        }
        int cut = slices.entries().stream().mapToInt(entry -> entry.length).sum();
        assertThat(slices.frame().length + cut).isLessThanOrEqualTo(input.length);
        try {
            JsonGuard.check(input, Limits.CALLER);
        } catch (RefusedInput refused) {
            return;
        }
        assertThat(JSON.readTree(slices.frame()).isObject()).isTrue();
        for (byte[] entry : slices.entries()) {
            assertThat(JSON.readTree(entry)).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "1m")
    void case16WhatTheXmlGuardPassesIsXmlAndStaysSoWhenCut(byte[] input) throws Exception {
        try {
            XmlGuard.check(input, Limits.CALLER);
        } catch (RefusedInput refused) {
            return;
        }
        EntrySlices slices = XmlSlices.of(input);
        parse(slices.frame());
        for (byte[] entry : slices.entries()) {
            parse(entry);
        }
    }

    private static void parse(byte[] xml) throws Exception {
        var documents = DocumentBuilderFactory.newDefaultNSInstance();
        documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = documents.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        assertThat(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement())
                .isNotNull();
    }

    @Test
    void case16ThousandsOfMutantsOfJson() {
        Mutations.of(4_000, List.of(PATIENT, BUNDLE), input -> {
            assertThatCode(() -> case16WhatTheJsonGuardPassesIsJsonWithoutSecondNames(input))
                    .as(new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
            assertThatCode(() -> case16EntriesAreCutOutOfWhatTheGuardPassesWithoutALoss(input))
                    .as(new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void case16ThousandsOfMutantsOfXml() {
        Mutations.of(
                4_000,
                List.of(XML),
                input -> assertThatCode(() -> case16WhatTheXmlGuardPassesIsXmlAndStaysSoWhenCut(input))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
