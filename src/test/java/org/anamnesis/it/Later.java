package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.anamnesis.it.Exchange.Answer;

/** A request that is answered later, as its caller sees it. */
final class Later {

    private static final int MOST_POLLS = 60;

    private final Exchange http = new Exchange();
    private final URI server;
    private final String token;
    private final String path;

    private Later(URI server, String token, String path) {
        this.server = server;
        this.token = token;
        this.path = path;
    }

    /** Makes one, which must be taken in. */
    static Later asked(URI server, String path, String token, String body) {
        Answer answer = new Facade(server).post(path, token, Exchange.FHIR_JSON, body, "Prefer", "respond-async");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String location = answer.header("Content-Location");
        assertThat(location).startsWith(Servers.product() + "/fhir/sandbox/_async/");
        assertThat(answer.header("Expires")).endsWith("GMT");
        return new Later(server, token, URI.create(location).getPath());
    }

    /** The same as another node of the installation, or another caller, sees it. */
    Later at(URI other, String bearer) {
        return new Later(other, bearer, path);
    }

    Answer status() {
        return get(path);
    }

    Answer result() {
        return get(path + "/result");
    }

    Answer giveUp() {
        return http.send(
                HttpRequest.newBuilder(URI.create(server + path)).DELETE(), "Authorization", "Bearer " + token);
    }

    /** Asks again and again, as it is told to, until something else than 202 is said. */
    Answer complete() throws InterruptedException {
        for (int poll = 0; poll < MOST_POLLS; poll++) {
            Answer status = status();
            if (status.status() != 202 && status.status() != 429) {
                return status;
            }
            TimeUnit.SECONDS.sleep(Long.parseLong(status.header("Retry-After")));
        }
        throw new AssertionError("not answered after " + MOST_POLLS + " polls");
    }

    private Answer get(String address) {
        return http.get(URI.create(server + address), "Authorization", "Bearer " + token);
    }
}
