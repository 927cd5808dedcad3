package org.anamnesis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 61: a stream over connections that are cut, by real HTTP. */
class StreamResumingTest {

    private static final String LAUNCH = "launch-1";
    private static final int EVENTS = 40;
    private static final StreamEvent LAST = new StreamEvent.Failed(502, "ehr-timeout", "No.", "i-1");

    private final StreamDesk desk = new StreamDesk();
    private final SummaryStream stream = new SummaryStream();
    private final CountDownLatch unclaimed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Duration kept = Duration.ofSeconds(20);

    /** An event as the browser has it. */
    private record Got(String name, String id, String data) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        desk.keep(LAUNCH, stream);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<String> last = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        Optional<StreamLog.Reader> reader = last.isEmpty()
                ? stream.log().read(0)
                : desk.takeUp(LAUNCH, last.get()).map(StreamDesk.TakenUp::reader);
        exchange.sendResponseHeaders(reader.isPresent() ? 200 : 410, 0);
        if (reader.isPresent()) {
            new StreamSender(
                            stream,
                            reader.get(),
                            new PlainEvents.Sink(exchange.getResponseBody()),
                            new PlainEvents(),
                            this::forget,
                            kept)
                    .run();
        }
        exchange.close();
    }

    private void forget() {
        desk.forget(LAUNCH, stream);
        unclaimed.countDown();
    }

    /** Reads up to {@code most} events, then cuts the connection as a network does that is gone. */
    private List<Got> read(Optional<String> lastEventId, int most) throws IOException {
        List<Got> got = new ArrayList<>();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.setSoLinger(true, 0);
            String header =
                    lastEventId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("");
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n" + header + "\r\n").getBytes(UTF_8));
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String name = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine();
                    line != null && got.size() < most && !line.equals("0");
                    line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    got.add(new Got(name, id, data));
                    data = "";
                }
            }
        }
        return got;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 39})
    void case61HoweverOftenItIsCutNothingComesTwiceAndNothingIsMissing(int each) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        threads.submit(() -> {
            for (int number = 1; number <= EVENTS; number++) {
                stream.tell(new StreamEvent.Repairing(number));
                // The first piece is read before the rest is written, so that a cut is one within the stream.
                if (number == each && !begun.await(20, TimeUnit.SECONDS)) {
                    return null;
                }
            }
            stream.tell(LAST);
            return null;
        });
        List<Got> all = new ArrayList<>();
        Optional<String> last = Optional.empty();
        while (all.isEmpty() || !all.getLast().name().equals("failed")) {
            List<Got> piece = read(last, each);
            assertThat(piece).isNotEmpty();
            all.addAll(piece);
            last = Optional.of(all.getLast().id());
            begun.countDown();
        }
        assertThat(all.stream().limit(EVENTS).map(Got::data))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, EVENTS)
                        .mapToObj(number -> "{\"statements\":" + number + "}")
                        .toList());
        assertThat(all).hasSize(EVENTS + 1).doesNotHaveDuplicates();
    }

    @Test
    void theLastEventIsThereForWhoLostTheConnectionWithIt() throws Exception {
        stream.repairing(1);
        stream.tell(LAST);
        List<Got> before = read(Optional.empty(), 2);
        List<Got> again = read(Optional.of(before.getFirst().id()), 2);
        assertThat(again).containsExactly(before.getLast());
    }

    @Test
    void whereNobodyComesBackTheModelIsHungUpOnAndTheStreamIsGone() throws Exception {
        kept = Duration.ofMillis(20);
        stream.repairing(1);
        String last = read(Optional.empty(), 1).getFirst().id();
        // The next event finds that the connection is lost.
        while (!stream.cancellation().isCancelled() && unclaimed.getCount() > 0) {
            stream.reading(1, 2, 3);
            unclaimed.await(5, TimeUnit.MILLISECONDS);
        }
        assertThat(unclaimed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.cancellation().isCancelled()).isTrue();
        assertThat(desk.takeUp(LAUNCH, last)).isEmpty();
    }

    @Test
    void case61AnotherLaunchGetsTheAnswerOfAnUnknownStream() {
        stream.repairing(1);
        String mine = new StreamPosition(stream.id(), 1).toString();
        desk.keep("launch-2", new SummaryStream());
        assertThat(desk.takeUp("launch-2", mine)).isEmpty();
        assertThat(desk.takeUp("launch-3", mine)).isEmpty();
        assertThat(desk.takeUp(LAUNCH, new StreamPosition(new SummaryStream().id(), 1).toString()))
                .isEmpty();
        assertThat(desk.takeUp(LAUNCH, "..")).isEmpty();
        desk.end("launch-2", mine);
        assertThat(stream.cancellation().isCancelled()).isFalse();
        assertThat(desk.takeUp(LAUNCH, mine)).isPresent();
    }

    @Test
    void whoCancelsHangsUpOnTheModelAtOnce() {
        stream.repairing(1);
        String mine = new StreamPosition(stream.id(), 1).toString();
        desk.end(LAUNCH, mine);
        assertThat(stream.cancellation().isCancelled()).isTrue();
        assertThat(desk.takeUp(LAUNCH, mine)).isEmpty();
    }

    @Test
    void ofALaunchsStreamsOnlyTheNewestCanBeTakenUp() {
        stream.repairing(1);
        desk.keep(LAUNCH, new SummaryStream());
        assertThat(desk.takeUp(LAUNCH, new StreamPosition(stream.id(), 1).toString()))
                .isEmpty();
        assertThat(stream.cancellation().isCancelled()).isFalse();
    }
}
