package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Value;
import org.anamnesis.reading.Attachments.Content;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class NoteTextsTest {

    private static final String LETTER =
            "Hospital course\n\nHe was admitted with four days of breathlessness and seven kilograms of"
                    + " weight gain after a week of naproxen. He was diuresed with furosemide 40 mg twice daily. Weight 84.1 kg at"
                    + " discharge.\n\nPlan: check potassium in 1 week.";

    @Test
    void everySentenceIsAFactOfItsOwn() {
        Chart chart = chart(document("d", "2024-11-16", inline("text/plain", LETTER)));
        assertThat(chart.passages())
                .extracting(passage -> passage.id() + " [" + passage.section().orElse("") + "] " + passage.text())
                .containsExactly(
                        "N1.1 [Hospital course] Hospital course",
                        "N1.2 [Hospital course] He was admitted with four days of breathlessness and seven kilograms of weight"
                                + " gain after a week of naproxen.",
                        "N1.3 [Hospital course] He was diuresed with furosemide 40 mg twice daily.",
                        "N1.4 [Hospital course] Weight 84.1 kg at discharge.",
                        "N1.5 [Plan] Plan: check potassium in 1 week.");
        Fact sentence = chart.fact(CitationId.parse("N1.4").orElseThrow()).orElseThrow();
        assertThat(sentence.value().map(Value::text)).contains("Weight 84.1 kg at discharge.");
        assertThat(sentence.source().reference()).isEqualTo("DocumentReference/d");
        assertThat(chart.fact(CitationId.parse("N1.6").orElseThrow())).isEmpty();
    }

    @Test
    void aPassageStandsWhereItSays() {
        Chart chart = chart(document("d", "2024-11-16", inline("text/plain", LETTER)));
        String plain = text(chart).plain();
        assertThat(text(chart).passages())
                .allSatisfy(passage -> assertThat(plain.substring(passage.start(), passage.end()))
                        .isEqualTo(passage.text()));
    }

    @Test
    void theSameChartHasTheSameSentencesUnderTheSameIds() {
        String[] documents = {
            document("b", "2024-11-16", inline("text/plain", "Seen. Well.")),
            document("a", "2024-11-17", inline("text/html", "<p>Seen again. Home.</p>")),
        };
        List<Passage> once = chart(documents).passages().toList();
        assertThat(chart(documents[1], documents[0]).passages()).containsExactlyElementsOf(once);
        assertThat(once).extracting(Passage::text).containsExactly("Seen again.", "Home.", "Seen.", "Well.");
    }

    @Test
    void readsFilesByTheirAddressAndSaysWhyOneWasNotRead() {
        String[] documents = {
            document("a", "2024-11-16", "{\"contentType\": \"text/plain; charset=utf-8\", \"url\": \"Binary/one\"}"),
            document("b", "2024-11-15", "{\"contentType\": \"text/plain\", \"url\": \"https://elsewhere.example/x\"}"),
            document("c", "2024-11-14", "{\"contentType\": \"text/plain\", \"url\": \"Binary/three\"}"),
            document("d", "2024-11-13", "{\"contentType\": \"image/png\", \"data\": \"iVBORw0KGgo=\"}"),
            document("e", "2024-11-12", "{\"title\": \"nothing\"}"),
            document("f", "2024-11-11"),
        };
        Attachments fetched = new Attachments(Map.of(
                "Binary/one", new Content.Bytes("Dose 5 \u00B5g.".getBytes(StandardCharsets.UTF_8), "text/plain"),
                "https://elsewhere.example/x", new Content.NotRead("foreign-address")));
        assertThat(bodies(chart(fetched, documents)))
                .containsExactly(
                        "Dose 5 \u00B5g.", "foreign-address", "not-asked", "no-text", "not-found", "not-found");
    }

    @Test
    void readsABinaryThatCameWithTheChart() {
        String binary =
                "{\"resourceType\": \"Binary\", \"id\": \"letter\", \"contentType\": \"text/plain\", \"data\": \""
                        + base64("Seen today.") + "\"}";
        assertThat(bodies(chart(
                        binary,
                        document("a", "2024-11-16", "{\"url\": \"Binary/letter\"}"),
                        document("b", "2024-11-15", "{\"url\": \"https://elsewhere.example/Binary/letter\"}"))))
                .containsExactly("Seen today.", "not-asked");
    }

    @Test
    void readsOneTextInSeveralFormatsOnceAndNamesTheOthers() {
        String html = "<h2>Hospital course</h2><p>" + LETTER.substring(17).replace("\n\n", "</p><p>") + "</p>";
        Chart chart = chart(document("d", "2024-11-16", inline("text/plain", LETTER), inline("text/html", html)));
        assertThat(bodies(chart)).containsExactly(LETTER);
        assertThat(comments(chart)).containsExactly("also attached as plain text");
    }

    @Test
    void readsBothTextsWhereADoseDiffersAndWhereOneIsAnAddendum() {
        Chart doses = chart(document(
                "d",
                "2024-11-16",
                inline("text/plain", LETTER),
                inline("text/html", "<p>" + LETTER.replace("40 mg", "80 mg") + "</p>")));
        assertThat(text(doses).plain()).contains("40 mg").contains("80 mg");
        Chart addendum = chart(document(
                "d", "2024-11-16", inline("text/plain", LETTER), inline("text/html", "<p>Potassium in 1 week.</p>")));
        assertThat(text(addendum).plain()).endsWith("Potassium in 1 week.");
    }

    @Test
    void readsThePagesOfOneTextInOrderAndNamesTheOneThatWasNotRead() {
        Chart chart = chart(document(
                "d",
                "2024-11-16",
                inline("text/plain", "Page one."),
                "{\"contentType\": \"image/png\", \"data\": \"iVBORw0KGgo=\"}",
                inline("text/plain", "Page three.")));
        assertThat(bodies(chart)).containsExactly("Page one.\n\nPage three.");
        assertThat(comments(chart)).containsExactly("attached, not read: image/png (no-text)");
    }

    @Test
    void theFilesOfAReportAreANoteOfThatReport() {
        Chart chart = chart(
                report("{\"contentType\": \"text/plain\", \"data\": \"" + base64("No embolism. Nodule.") + "\"}"));
        Fact note = chart.facts(FactKind.NOTE).findFirst().orElseThrow();
        assertThat(note.concept().text()).isEqualTo("CT chest");
        assertThat(note.source().path()).isEqualTo("DiagnosticReport.presentedForm");
        assertThat(note.resources())
                .extracting(Object::toString)
                .anySatisfy(id -> assertThat(id).contains("r1"));
        assertThat(bodies(chart)).containsExactly("No embolism. Nodule.");
        assertThat(chart.facts(FactKind.RESULT)).hasSize(1);
    }

    @Test
    void aTextGivenAsAReportAndAsADocumentIsOneNoteWithBothPlaces() {
        Chart chart = chart(
                report("{\"contentType\": \"text/plain\", \"data\": \"" + base64(LETTER) + "\"}"),
                document("d", "2024-11-16T10:00:00Z", inline("text/plain", LETTER)));
        Fact note = chart.facts(FactKind.NOTE).findFirst().orElseThrow();
        assertThat(chart.facts(FactKind.NOTE)).hasSize(1);
        assertThat(note.alsoIn()).extracting(Source::reference).containsExactly("DocumentReference/d");
    }

    @Test
    void notesOfOneTitleAndDayStayTwoWhereTheirTextsDifferOrAreNotKnown() {
        assertThat(chart(
                                document("a", "2024-11-16", inline("text/plain", "Well.")),
                                document("b", "2024-11-16", inline("text/plain", "Worse.")))
                        .facts(FactKind.NOTE))
                .hasSize(2);
        assertThat(chart(
                                document("a", "2024-11-16", "{\"url\": \"Binary/1\"}"),
                                document("b", "2024-11-16", "{\"url\": \"Binary/2\"}"))
                        .facts(FactKind.NOTE))
                .hasSize(2);
    }

    @Test
    void aNoteWrittenWithAiIsNotMergedWithOneThatIsNot() {
        String written = document("a", "2024-11-16", inline("text/plain", LETTER));
        String labelled = document("b", "2024-11-16", inline("text/plain", LETTER))
                .replace("\"id\"", "\"meta\": {\"security\": [{\"code\": \"AIAST\"}]}, \"id\"");
        Chart chart = chart(written, labelled);
        assertThat(chart.facts(FactKind.NOTE)).hasSize(2);
        assertThat(chart.facts(FactKind.NOTE).flatMap(note -> note.attributes(Role.CATEGORY)))
                .extracting(Attribute::text)
                .containsExactly("written with AI");
    }

    @Test
    void readsTheSectionsOfAComposition() {
        Chart chart = chart("""
                {"resourceType": "Composition", "id": "c", "status": "final", "date": "2024-11-16", "title": "Discharge summary",
                 "section": [
                  {"title": "Hospital course", "text": {"status": "generated",
                    "div": "<div xmlns='http://www.w3.org/1999/xhtml'><p>Diuresed. Home.</p></div>"},
                   "section": [{"title": "Procedures", "text": {"status": "generated",
                    "div": "<div xmlns='http://www.w3.org/1999/xhtml'><ul><li>Thoracentesis</li></ul></div>"}}]},
                  {"title": "Empty"}]}""");
        assertThat(chart.passages())
                .extracting(passage -> passage.section().orElse("") + ": " + passage.text())
                .containsExactly(
                        "Hospital course: Hospital course",
                        "Hospital course: Diuresed.",
                        "Hospital course: Home.",
                        "Procedures: Procedures",
                        "Procedures: \u2022 Thoracentesis",
                        "Empty: Empty");
    }

    @Test
    void whatIsEnteredInErrorHasNoTextEither() {
        String wrong = document("a", "2024-11-16", inline("text/plain", "Wrong patient."))
                .replace("\"current\"", "\"entered-in-error\"");
        assertThat(chart(wrong).notes()).isEmpty();
        assertThat(chart(report("{\"data\": \"" + base64("Wrong.") + "\"}")
                                .replace("\"final\"", "\"entered-in-error\""))
                        .notes())
                .isEmpty();
    }

    @Test
    void hiddenCharactersAreTakenOutOfTheTextAndMarkedOnTheNote() {
        Chart chart = chart(document("a", "2024-11-16", inline("text/plain", "No \u202Eallergy\u200B.")));
        assertThat(bodies(chart)).containsExactly("No allergy.");
        assertThat(chart.facts().getFirst().attribute(Role.HIDDEN_CHARACTERS)).isPresent();
    }

    @Test
    void aNoteOfMoreLinesThanAnyoneReadsIsTooLarge() {
        assertThat(bodies(chart(document("a", "2024-11-16", inline("text/plain", "a\n".repeat(20_001))))))
                .containsExactly("too-large");
    }

    @Test
    void theNewestNotesAreReadFirstAndTheReplacedOnesLast() {
        String page = "Another long day on the ward. ".repeat(8_000);
        String[] documents = IntStream.rangeClosed(1, 12)
                .mapToObj(day -> document("d" + day, "2024-11-%02d".formatted(day), inline("text/plain", page + day)))
                .toArray(String[]::new);
        documents[11] = documents[11].replace("\"current\"", "\"superseded\"");
        List<Note> notes = chart(documents).notes();
        assertThat(notes).hasSize(12);
        assertThat(notes.stream()
                        .map(note -> note.body() instanceof Note.Body.Unread unread ? unread.reason() : "read"))
                .containsExactly(
                        "not-asked",
                        "read",
                        "read",
                        "read",
                        "read",
                        "read",
                        "read",
                        "read",
                        "read",
                        "not-asked",
                        "not-asked",
                        "not-asked");
    }

    private static Chart chart(String... resources) {
        return chart(Attachments.NONE, resources);
    }

    private static Chart chart(Attachments attachments, String... resources) {
        Patient patient = new Patient();
        patient.setId("Patient/p");
        List<Resource> parsed =
                Arrays.stream(resources).map(ReadResources::resource).toList();
        return ChartAssembly.of(patient, parsed, attachments, new Coverage(List.of()), AS_OF);
    }

    private static Note.Body.Text text(Chart chart) {
        return (Note.Body.Text) chart.notes().getFirst().body();
    }

    private static List<String> bodies(Chart chart) {
        return chart.notes().stream()
                .map(note -> switch (note.body()) {
                    case Note.Body.Text text -> text.plain();
                    case Note.Body.Unread unread -> unread.reason();
                })
                .toList();
    }

    private static List<String> comments(Chart chart) {
        return chart.facts(FactKind.NOTE)
                .flatMap(note -> note.attributes(Role.COMMENT))
                .map(Attribute::text)
                .toList();
    }

    private static String document(String id, String date, String... attachments) {
        String content = String.join(
                ", ",
                Arrays.stream(attachments)
                        .map(attachment -> "{\"attachment\": " + attachment + "}")
                        .toList());
        return "{\"resourceType\": \"DocumentReference\", \"id\": \"" + id + "\", \"status\": \"current\", \"date\": \""
                + date
                + (date.contains("T") ? "" : "T08:00:00Z") + "\", \"type\": {\"text\": \"Discharge summary\"}"
                + (content.isEmpty() ? "" : ", \"content\": [" + content + "]") + "}";
    }

    private static String report(String form) {
        return "{\"resourceType\": \"DiagnosticReport\", \"id\": \"r1\", \"status\": \"final\", \"code\": {\"text\": \"CT chest\"},"
                + " \"effectiveDateTime\": \"2024-11-16T10:00:00Z\", \"conclusion\": \"No embolism\", \"presentedForm\": ["
                + form + "]}";
    }

    private static String inline(String contentType, String text) {
        return "{\"contentType\": \"" + contentType + "\", \"data\": \"" + base64(text) + "\"}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
