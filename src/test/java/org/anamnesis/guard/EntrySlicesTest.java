package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySlicesTest {

    @Test
    void aBundleIsCutIntoItsEntriesAndTheRest() throws IOException {
        EntrySlices slices = json("{'resourceType':'Bundle','entry':[ {'a':1} , {'b':[{'entry':[2]}]} ],'total':2}");

        assertThat(entries(slices)).containsExactly("{'a':1}", "{'b':[{'entry':[2]}]}");
        assertThat(frame(slices)).isEqualTo("{'resourceType':'Bundle','entry':[],'total':2}");
    }

    @Test
    void parametersAreCutWhereABundleIsAResource() throws IOException {
        EntrySlices slices = json("{'parameter':[{'name':'x','valueString':'entry'},"
                + "{'name':'context','resource':{'entry':[{'a':1},{'a':2}]}},{'part':[{'resource':{'entry':[3]}}]}]}");

        assertThat(entries(slices)).containsExactly("{'a':1}", "{'a':2}");
        assertThat(frame(slices))
                .isEqualTo("{'parameter':[{'name':'x','valueString':'entry'},"
                        + "{'name':'context','resource':{'entry':[]}},{'part':[{'resource':{'entry':[3]}}]}]}");
    }

    @Test
    void textOfEveryScriptIsCutAtTheRightPlace() throws IOException {
        EntrySlices slices = json("{'id':'東京','entry':[{'a':'🩺é'},{'b':'\\u00e9'}],'x':'ü'}");

        assertThat(entries(slices)).containsExactly("{'a':'🩺é'}", "{'b':'\\u00e9'}");
        assertThat(frame(slices)).isEqualTo("{'id':'東京','entry':[],'x':'ü'}");
    }

    @Test
    void whatIsNoBundleIsAllFrame() throws IOException {
        assertThat(frame(json("{'entry':{'a':1}}"))).isEqualTo("{'entry':{'a':1}}");
        assertThat(entries(json("{'entry':'x','a':{'entry':[1]}}"))).isEmpty();
        assertThat(entries(json("{'entry':[]}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{'entry':[{'a':1}", "{'entry':[{'a'", "{'entry':[1,]}", "\ufeff{}"})
    void whatIsNotOneJsonObjectIsNotCut(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(IOException.class);
    }

    @Test
    void xmlIsCutInTheSamePlaces() throws IOException {
        EntrySlices slices =
                XmlSlices.of(("<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"context\"/>"
                                + "<resource><Bundle><entry><fullUrl value=\"a &amp; b\"/></entry><entry/></Bundle></resource>"
                                + "</parameter><parameter><part><resource><Bundle><entry/></Bundle></resource></part></parameter>"
                                + "</Parameters>")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(entries(slices))
                .containsExactly(
                        "<entry xmlns=\"http://hl7.org/fhir\"><fullUrl value=\"a &amp; b\"></fullUrl></entry>",
                        "<entry xmlns=\"http://hl7.org/fhir\"></entry>");
        assertThat(frame(slices))
                .contains("<resource><Bundle></Bundle></resource>")
                .contains("<part><resource><Bundle><entry>");
    }

    private static EntrySlices json(String text) throws IOException {
        return EntrySlices.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> entries(EntrySlices slices) {
        return slices.entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .map(entry -> entry.startsWith("<") ? entry : entry.replace('"', '\''))
                .toList();
    }

    private static String frame(EntrySlices slices) {
        String frame = new String(slices.frame(), StandardCharsets.UTF_8);
        return frame.startsWith("<") ? frame : frame.replace('"', '\'');
    }
}
