package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.it.Exchange.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 1 to 11 of the catalogue of attack cases, as callers send them to the facade; after each the server goes on. */
@ExtendWith(ArquillianExtension.class)
class HostileBodiesIT {

    private static final List<String> OPERATIONS =
            List.of("Patient/lindgren/$summarize", "Patient/lindgren/$patient-context");
    private static final String NUMBER =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"budget\",\"valueDecimal\":%s}]}";
    private static final String XML_NUMBER =
            "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"budget\"/>"
                    + "<valueDecimal value=\"%s\"/></parameter></Parameters>";

    private Facade facade;
    private String token;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void callTheProduct() {
        Ehr ehr = new Ehr();
        ehr.faults();
        facade = new Facade();
        token = ehr.wardToken("system/*.rs");
    }

    @AfterEach
    void theServerGoesOn() {
        assertThat(facade.get("metadata").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999"})
    void case01AHugeDecimalIsRefusedHoweverItIsWritten(String number) {
        assertNumber(number, "number-too-big");
    }

    @Test
    void case01DigitsWithoutEndAreRefusedHoweverTheyAreWritten() {
        assertNumber("9".repeat(100_000), "number-too-long");
    }

    @Test
    void case03ADecimalOfAHundredMillionPlacesIsRefused() {
        assertNumber("1e-100000000", "number-too-big");
    }

    @Test
    void case04AScaleThatOverflowsIsRefusedAndNoErrorOfOurs() {
        assertNumber("1e2147483647", "number-too-big");
    }

    private void assertNumber(String number, String code) {
        assertHostile(Exchange.FHIR_JSON, NUMBER.formatted(number), code);
        assertHostile(Exchange.FHIR_JSON, NUMBER.formatted('"' + number + '"'), code);
        assertHostile(Exchange.FHIR_XML, XML_NUMBER.formatted(number), code);
    }

    @Test
    void case05WhatIsNestedWithoutEndIsRefused() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertHostile(Exchange.FHIR_JSON, "{\"resourceType\":\"Parameters\",\"parameter\":" + deep + "}", "too-deep");
        assertHostile(Exchange.FHIR_XML, "<a>".repeat(100_000), "too-deep");
    }

    @Test
    void case06ABodyThatSaysItIsTooLargeIsNotRead() throws IOException {
        // The second is beyond the server's own bound too.
        for (String length : List.of("30000000", "200000000")) {
            try (Socket socket = open()) {
                OutputStream out = socket.getOutputStream();
                out.write(head("Content-Length: " + length + "\r\n"));
                out.flush();
                assertThat(status(socket)).as(length).contains(" 413 ");
            }
        }
    }

    @Test
    void case06ABodyWithoutEndIsCutOff() throws IOException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked\r\n"));
            long sent = 0;
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                while (socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    sent += chunk.length;
                    assertThat(sent).as("sent without an answer").isLessThan(200L << 20);
                }
            } catch (SocketException hungUp) {
                assertThat(sent).isGreaterThan(20L << 20);
                return;
            }
            assertThat(status(socket)).contains(" 413 ");
        }
    }

    @Test
    void case06APackedBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"resourceType\":\"Parameters\",\"id\":\"".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = new byte[1 << 20];
            for (int at = 0; at < 200; at++) {
                gzip.write(blanks);
            }
        }
        Answer answer = packed(packed.toByteArray());
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Facade.NOTHING.getBytes(StandardCharsets.US_ASCII));
        }
        Answer answer = packed(packed.toByteArray());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertRefused(
                facade.post(OPERATIONS.get(1), token, Exchange.FHIR_JSON, Facade.NOTHING, "Content-Encoding", "br"),
                415,
                "content-encoding");
    }

    private Answer packed(byte[] body) {
        return facade.send(HttpRequest.newBuilder(facade.at(OPERATIONS.get(1)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Exchange.FHIR_JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void case06ABodyLargerThanAnyChartIsRefused() {
        String body = "{\"resourceType\":\"Parameters\",\"id\":\"" + "x".repeat(25 << 20) + "\"}";
        assertRefused(facade.post(OPERATIONS.get(0), token, Exchange.FHIR_JSON, body), 413, "too-large");
    }

    @Test
    void case06ASmallBodyOfMoreValuesThanAnyChartHasIsRefused() {
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[" + "{},".repeat(1_000_000) + "{}]}";
        assertRefused(facade.post(OPERATIONS.get(1), token, Exchange.FHIR_JSON, body), 413, "too-many-values");
    }

    @Test
    void case07AnExternalEntityIsRefused() {
        assertHostile(
                Exchange.FHIR_XML,
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"&x;\"/></parameter></Parameters>",
                "doctype");
        assertHostile(
                Exchange.FHIR_XML,
                "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"&x;\"/></parameter></Parameters>",
                "malformed");
    }

    @Test
    void case08ABillionLaughsAreRefused() {
        assertHostile(
                Exchange.FHIR_XML,
                "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>",
                "doctype");
    }

    @Test
    void case09ADoctypeIsRefusedWhateverItSays() {
        assertHostile(
                Exchange.FHIR_XML,
                "<!DOCTYPE Parameters SYSTEM \"http://127.0.0.1:1/x.dtd\"><Parameters xmlns=\"http://hl7.org/fhir\"/>",
                "doctype");
    }

    @Test
    void case10ANameTwiceIsRefused() {
        assertHostile(
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"resourceType\":\"Parameters\"}",
                "duplicate-name");
    }

    @Test
    void case11AnUnknownElementIsRefusedAs422() {
        for (String operation : OPERATIONS) {
            assertRefused(
                    facade.post(
                            operation,
                            token,
                            Exchange.FHIR_JSON,
                            "{\"resourceType\":\"Parameters\",\"colour\":\"red\"}"),
                    422,
                    "unknown-element");
        }
    }

    @Test
    void case13WhatIsNotUtf8IsRefused() {
        assertHostile(Exchange.FHIR_JSON, "\uFEFF" + Facade.NOTHING, "encoding");
        assertHostile(Exchange.FHIR_JSON, "{\"resourceType\":\"Parameters\",\"id\":\"\\ud800\"}", "encoding");
        assertHostile(Exchange.FHIR_JSON, "{\"resourceType\":", "malformed");
    }

    private void assertHostile(String type, String body, String code) {
        for (String operation : OPERATIONS) {
            assertRefused(facade.post(operation, token, type, body), 400, code);
        }
    }

    private static Socket open() throws IOException {
        URI server = Servers.product();
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private byte[] head(String framing) {
        return ("POST /fhir/sandbox/Patient/lindgren/$patient-context HTTP/1.1\r\nHost: "
                        + Servers.product().getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/fhir+json\r\n" + framing + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
