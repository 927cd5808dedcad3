package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdaReaderTest {

    private static final String HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary of Orla Quillfeather</title>
            <recordTarget><patientRole><patient><name><given>Orla</given></name></patient></patientRole></recordTarget>
            """;

    private static String document(String sections) {
        return HEADER + "<component><structuredBody><component>" + sections
                + "</component></structuredBody></component></ClinicalDocument>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/xml",
                "application/hl7-sda+xml",
                "application/hl7-v3+xml",
                "text/plain",
                ""
            })
    void readsTheNarrativeOfItsSectionsAndNothingElse(String contentType) {
        String sections = """
                <section><code code="10160-0"/><title>Medications</title>
                <text><table><thead><tr><th>Drug</th><th>Dose</th></tr></thead>
                <tbody><tr><td>Bisoprolol</td><td>2.5 mg <content revised="delete">5 mg</content></td></tr></tbody></table>
                <list listType="ordered"><item>Weigh daily</item><item>No salt</item></list>
                <list><caption>Stopped</caption><item>Indapamide</item></list>
                <paragraph><content styleCode="Bold">Reviewed</content></paragraph>
                <paragraph>By the GP<br/>in <content styleCode="Bold">May</content>.</paragraph>Free text.</text>
                <entry><substanceAdministration><text>Coded</text></substanceAdministration></entry>
                <component><section><title>As needed</title><text>Paracetamol &lt; 4 g</text></section></component>
                </section>""";
        assertThat(blocks(read(document(sections), contentType)))
                .containsExactly(
                        "HEADING Medications",
                        "ROW Drug | Dose",
                        "ROW Bisoprolol | 2.5 mg",
                        "ITEM 1. Weigh daily",
                        "ITEM 2. No salt",
                        "HEADING Stopped",
                        "ITEM \u2022 Indapamide",
                        "HEADING Reviewed",
                        "LINES By the GP\nin May.",
                        "LINES Free text.",
                        "HEADING As needed",
                        "LINES Paracetamol < 4 g");
    }

    @Test
    void readsABodyThatIsAFileOfAnotherFormat() {
        String rtf =
                Base64.getMimeEncoder().encodeToString("{\\rtf1 Seen today.\\par}".getBytes(StandardCharsets.US_ASCII));
        assertThat(blocks(read(nonXml("mediaType=\"application/rtf\" representation=\"B64\"", rtf), "text/xml")))
                .containsExactly("LINES Seen today.");
        assertThat(blocks(read(nonXml("mediaType=\"text/plain\"", "Seen today."), "text/xml")))
                .containsExactly("WRAPPED Seen today.");
    }

    @Test
    void aDocumentInADocumentIsNotFollowed() {
        String inner = nonXml("mediaType=\"text/plain\"", "Inner.");
        String encoded = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
        assertThat(blocks(read(nonXml("mediaType=\"text/xml\" representation=\"B64\"", encoded), "text/xml")))
                .containsExactly("unknown-format");
    }

    @Test
    void otherXmlIsNoNote() {
        assertThat(blocks(read("<?xml version=\"1.0\"?><Bundle><id>1</id></Bundle>", "application/xml")))
                .containsExactly("unknown-format");
    }

    @Test
    void brokenXmlIsBrokenAndAnEmptyNarrativeHasNoText() {
        assertThat(blocks(read(HEADER + "<component><structuredBody>", "text/xml")))
                .containsExactly("broken");
        assertThat(blocks(read(document("<section><title/><text/></section>"), "text/xml")))
                .containsExactly("no-text");
    }

    private static String nonXml(String attributes, String content) {
        return HEADER + "<component><nonXMLBody><text " + attributes + ">" + content
                + "</text></nonXMLBody></component></ClinicalDocument>";
    }
}
