package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.anamnesis.exchange.EhrDoor;
import org.hl7.fhir.r4.model.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding and creating once, against an EHR over real HTTP that answers as a test says. */
class EhrRecordTest {

    private static final String QUERY = "Device?identifier=urn:x|ours";
    private static final Predicate<Device> OURS =
            device -> device.getIdentifierFirstRep().getValue().equals("ours");
    private static final String NOTHING = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile List<String> found = List.of(NOTHING);
    private volatile int created = 201;
    private HttpServer server;
    private EhrDoor door;
    private EhrRecord ehr;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        door = new EhrDoor(FhirContext.forR4(), Duration.ofSeconds(5));
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
        ehr = EhrRecord.open(door, new FilingTarget(base, () -> "token", "Ward", Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        server.stop(0);
    }

    @Test
    void invariant4CreatesNothingAtAnEhrThatFindsOthersByOurIdentifier() {
        found = List.of(bundle(device("1", "theirs")));
        assertThatThrownBy(() -> findOrCreate()).isInstanceOf(SearchNotHeeded.class);
        assertThat(asked).containsExactly("GET");
    }

    @Test
    void takesOursFromAmongOthers() {
        found = List.of(bundle(device("1", "theirs") + "," + device("2", "ours")));
        assertThat(findOrCreate()).isEqualTo("Device/2");
        assertThat(asked).containsExactly("GET");
    }

    @Test
    void case58TakesNothingButTheIdFromALocationOfAnotherHost() {
        assertThat(findOrCreate()).isEqualTo("Device/7");
        assertThat(asked).containsExactly("GET", "POST");
    }

    @Test
    void case57LooksAgainInsteadOfSendingAgainWhereTheAnswerIsNone() {
        created = 500;
        found = List.of(NOTHING, bundle(device("3", "ours")));
        assertThat(findOrCreate()).isEqualTo("Device/3");
        assertThat(asked).containsExactly("GET", "POST", "GET");
    }

    @Test
    void case58SaysOfNothingThatItIsNotThereWhereTheEhrHasAnotherPage() {
        found = List.of(bundle(device("1", "theirs"))
                .replace(
                        "\"type\":", "\"link\":[{\"relation\":\"next\",\"url\":\"http://127.0.0.1/next\"}],\"type\":"));
        assertThatThrownBy(() -> ehr.findAmong(Device.class, QUERY, OURS, 50)).isInstanceOf(SearchNotHeeded.class);
        found = List.of(bundle(device("1", "theirs")));
        assertThat(ehr.findAmong(Device.class, QUERY, OURS, 50)).isEmpty();
    }

    private String findOrCreate() {
        return ehr.findOrCreate(Device.class, QUERY, OURS, Device::new);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean search = exchange.getRequestMethod().equals("GET");
        long before = asked.stream().filter("GET"::equals).count();
        asked.add(exchange.getRequestMethod());
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.getResponseHeaders().add("Location", "https://elsewhere.example/x/Device/7/_history/1");
        byte[] body =
                (search ? found.get((int) Math.min(before, found.size() - 1)) : "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(search ? 200 : created, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String bundle(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}";
    }

    private static String device(String id, String identifier) {
        return "{\"resource\":{\"resourceType\":\"Device\",\"id\":\"" + id
                + "\",\"identifier\":[{\"system\":\"urn:x\",\"value\":\"" + identifier + "\"}]}}";
    }
}
