package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.guard.Limits;
import org.anamnesis.reading.Attachments.Content;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The files that notes and reports point at. */
class NoteFilesTest {

    private static final SearchPlan NOTES = ReadCharts.planOf(
            "{\"type\":\"DocumentReference\",\"all\":90}", "{\"type\":\"DiagnosticReport\",\"all\":90}");
    private static final String ASKED = "Binary";

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void aFileComesAsItIsOrWrappedInABinary() {
        notes(note(1, "Binary/raw", "Application/PDF; version=1"), note(2, "Binary/wrapped", "application/pdf"));
        ehr.answers("Binary", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("raw")) {
                send(exchange, "application/pdf", "%PDF");
            } else {
                json(binary("application/pdf", "%PDF in a Binary")).answer(exchange);
            }
        });

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT));

        assertThat(text(read, "Binary/raw")).isEqualTo("application/pdf %PDF");
        assertThat(text(read, "Binary/wrapped")).isEqualTo("application/pdf %PDF in a Binary");
        assertThat(outcome(read.chart(), ASKED)).isEqualTo(new Outcome.Found(2, 0));
        assertThat(ehr.accepted).contains("application/pdf, application/fhir+json;q=0.9");
        assertThat(ehr.tokens.stream().filter("Bearer secret"::equals)).hasSize(5);
    }

    @Test
    void aFileOfAReportIsFetchedToo() {
        ehr.answers("DiagnosticReport", json(bundle("\"total\":1,", """
                {"resourceType":"DiagnosticReport","id":"r1","status":"final","code":{"text":"CT"},
                 "subject":{"reference":"Patient/p1"},"presentedForm":[{"url":"Binary/ct","contentType":"text/plain"}]}""")));
        ehr.answers("Binary", exchange -> send(exchange, "text/plain; charset=utf-8", "No mass."));

        assertThat(text(ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT)), "Binary/ct"))
                .isEqualTo("text/plain; charset=utf-8 No mass.");
    }

    @Test
    void aFileThatIsHeldOrContainedIsNotAskedFor() {
        String held = note(1, "Binary/b1", "text/plain").replace("\"url\"", "\"data\":\"QQ==\",\"url\"");
        String contained = note(2, "#b2", "text/plain")
                .replace(
                        "\"id\":\"n2\"",
                        "\"id\":\"n2\",\"contained\":[{"
                                + "\"resourceType\":\"Binary\",\"id\":\"b2\",\"contentType\":\"text/plain\",\"data\":\"QQ==\"}]");
        notes(held, contained);

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT));

        DocumentReference owner = (DocumentReference) read.resources().get(2);
        assertThat(read.attachments().at(owner, "#b2")).isInstanceOf(Content.Bytes.class);
        assertThat(read.attachments().at(owner, "#b9")).isEqualTo(new Content.NotRead("not-found"));
        assertThat(ehr.requestsFor("Binary")).isZero();
        assertThat(read.chart().coverage().of(ASKED)).isEmpty();
    }

    @Test
    @Requirement({97, 98, 267, 268})
    void case23AFileOfAnotherHostIsNotFetched() {
        try (FaultyEhr elsewhere = new FaultyEhr()) {
            String foreign = elsewhere.base() + "/Binary/b1";
            notes(note(1, foreign, "text/plain"), note(2, "../Binary/b2", "text/plain"));

            ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT));

            assertThat(read.attachments().at(foreign)).isEqualTo(new Content.NotRead("foreign-address"));
            assertThat(read.attachments().at("../Binary/b2")).isEqualTo(new Content.NotRead("foreign-address"));
            assertThat(outcome(read.chart(), ASKED)).isEqualTo(new Outcome.CutOff(0, OptionalInt.of(2)));
            assertThat(elsewhere.requests).isEmpty();
            assertThat(ehr.requests).noneMatch(request -> request.contains("Binary"));
        }
    }

    @Test
    void whyAFileWasNotReadIsToldApart() {
        notes(
                note(1, "Binary/403", "text/plain"),
                note(2, "Binary/404", "text/plain"),
                note(3, "Binary/500", "text/plain"),
                note(4, "Binary/302", "text/plain"),
                note(5, "Binary/200", "text/plain"));
        ehr.answers("Binary", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
            if (status == 200) {
                send(exchange, "text/plain", "Seen.");
            } else {
                exchange.getResponseHeaders().set("Location", ehr.base() + "/Binary/200");
                status(status).answer(exchange);
            }
        });

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT));

        assertThat(read.attachments().at("Binary/403")).isEqualTo(new Content.NotRead("not-permitted"));
        assertThat(read.attachments().at("Binary/404")).isEqualTo(new Content.NotRead("not-found"));
        assertThat(read.attachments().at("Binary/500")).isEqualTo(new Content.NotRead("failed"));
        assertThat(read.attachments().at("Binary/302")).isEqualTo(new Content.NotRead("failed"));
        assertThat(read.attachments().at("Binary/unheard-of")).isEqualTo(new Content.NotRead("not-asked"));
        assertThat(outcome(read.chart(), ASKED)).isEqualTo(new Outcome.CutOff(1, OptionalInt.of(5)));
        assertThat(read.chart().coverage().isComplete()).isFalse();
    }

    @Test
    void filesThatAreAllRefusedAreNotPermitted() {
        notes(note(1, "Binary/b1", "text/plain"), note(2, "Binary/b2", "text/plain"));
        ehr.answers("Binary", status(403));

        assertThat(outcome(ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT)).chart(), ASKED))
                .isEqualTo(new Outcome.NotPermitted());
    }

    @Test
    void theNewestFortyAreFetchedAndTheRestIsCounted() {
        notes(IntStream.rangeClosed(1, 45)
                .mapToObj(number -> note(number, "Binary/b" + number, "text/plain"))
                .toArray(String[]::new));
        ehr.answers("Binary", exchange -> send(exchange, "text/plain", "Seen."));

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT));

        assertThat(ehr.requestsFor("Binary")).isEqualTo(40);
        assertThat(read.attachments().at("Binary/b5")).isEqualTo(new Content.NotRead("not-asked"));
        assertThat(read.attachments().at("Binary/b6")).isInstanceOf(Content.Bytes.class);
        assertThat(outcome(read.chart(), ASKED)).isEqualTo(new Outcome.CutOff(40, OptionalInt.of(45)));
    }

    @Test
    void aFileBeyondItsBoundAndFilesBeyondTheBoundOfAllAreNotKept() {
        ReadLimits small = new ReadLimits(
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                4,
                Limits.EHR,
                new ReadLimits.Files(10, 100_000, 150_000));
        notes(
                note(1, "Binary/b1", "text/plain"),
                note(2, "Binary/b2", "text/plain"),
                note(3, "Binary/huge", "text/plain"));
        ehr.answers("Binary", exchange -> {
            boolean huge = exchange.getRequestURI().getPath().endsWith("huge");
            send(exchange, "text/plain", "x".repeat(huge ? 5_000_000 : 90_000));
        });

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, small));

        assertThat(read.attachments().at("Binary/huge")).isEqualTo(new Content.NotRead("too-large"));
        assertThat(read.attachments().at("Binary/b2")).isInstanceOf(Content.Bytes.class);
        assertThat(read.attachments().at("Binary/b1")).isEqualTo(new Content.NotRead("too-large"));
    }

    @Test
    void case55AFileThatStaysSilentIsGivenUpAtTheDeadlineAndTheOthersAreKept() {
        ReadLimits brief = ReadCharts.limits(Duration.ofSeconds(4), Limits.EHR);
        notes(note(1, "Binary/silent", "text/plain"), note(2, "Binary/b2", "text/plain"));
        FaultyEhr.Fault silence = ehr.silence();
        ehr.answers("Binary", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("silent")) {
                silence.answer(exchange);
            } else {
                send(exchange, "text/plain", "Seen.");
            }
        });

        ReadOutcome.Read read = ReadCharts.read(read(ehr, NOTES, brief));

        assertThat(read.attachments().at("Binary/silent")).isEqualTo(new Content.NotRead("failed"));
        assertThat(text(read, "Binary/b2")).isEqualTo("text/plain Seen.");
    }

    @Test
    void aBinaryThatCannotBeReadHasFailed() {
        notes(note(1, "Binary/b1", "text/plain"));
        ehr.answers("Binary", json("{\"resourceType\":\"Binary\",\"data\":1e999999999}"));

        assertThat(ReadCharts.read(read(ehr, NOTES, ReadCharts.PATIENT))
                        .attachments()
                        .at("Binary/b1"))
                .isEqualTo(new Content.NotRead("failed"));
    }

    private void notes(String... notes) {
        ehr.answers("DocumentReference", json(bundle("\"total\":" + notes.length + ",", notes)));
    }

    /** A higher number is a newer note. */
    private static String note(int number, String url, String contentType) {
        return """
                {"resourceType":"DocumentReference","id":"n%d","status":"current","type":{"text":"Note"},\
                "subject":{"reference":"Patient/p1"},"date":"2024-01-01T10:%02d:00Z",\
                "content":[{"attachment":{"contentType":"%s","url":"%s"}}]}""".formatted(number, number, contentType, url);
    }

    private static String binary(String contentType, String text) {
        return "{\"resourceType\":\"Binary\",\"contentType\":\"" + contentType + "\",\"data\":\""
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    private static void send(HttpExchange exchange, String contentType, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String text(ReadOutcome.Read read, String address) {
        Content content = read.attachments().at(address);
        assertThat(content).isInstanceOf(Content.Bytes.class);
        Content.Bytes bytes = (Content.Bytes) content;
        return bytes.contentType() + " " + new String(bytes.bytes(), StandardCharsets.UTF_8);
    }
}
