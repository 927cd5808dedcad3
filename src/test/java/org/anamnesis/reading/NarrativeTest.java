package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.chart.Chart;
import org.anamnesis.draft.DraftText;
import org.anamnesis.summary.Assignment;
import org.anamnesis.summary.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Case 15 of the catalogue of attack cases: markup in a chart is neither rendered nor followed. */
class NarrativeTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer elsewhere;

    @BeforeEach
    void listen() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
    }

    @Test
    void case15ANarrativeIsNotRead() {
        Chart chart = chart(json("{'resourceType':'Condition','id':'c1','code':{'text':'Gout'},"
                + "'text':{'status':'generated','div':'<div xmlns=\\'http://www.w3.org/1999/xhtml\\'>Canary "
                + "<img src=\\'" + url() + "\\' onerror=\\'x()\\'/><svg onload=\\'x()\\'/></div>'},"
                + "'subject':{'reference':'Patient/p'},'recordedDate':'2024-01-01'}"));

        assertThat(chart.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.toString()).contains("Gout").doesNotContain("Canary", "img", "svg"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void case15ANoteInHtmlIsAskedForNothing() {
        String page = "<html><head><link rel='stylesheet' href='" + url() + "'><script src='" + url()
                + "'></script></head>" + "<body onload='x()'>Walks well.<img src='" + url() + "'><iframe src='" + url()
                + "'></iframe></body></html>";
        String data = Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
        Chart chart = chart(json("{'resourceType':'DocumentReference','id':'d1','status':'current',"
                + "'type':{'text':'Progress note'},'subject':{'reference':'Patient/p'},'date':'2024-01-01T00:00:00Z',"
                + "'content':[{'attachment':{'contentType':'text/html','data':'" + data + "'}}]}"));

        assertThat(chart.facts()).hasSize(1);
        assertThat(chart.passages().map(passage -> passage.text()))
                .noneMatch(text -> text.contains("<") || text.contains("script"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void case15MarkupInAFactIsTextInTheDocument() {
        Chart chart = chart(json("{'resourceType':'Condition','id':'c1',"
                + "'clinicalStatus':{'coding':[{'code':'active',"
                + "'system':'http://terminology.hl7.org/CodeSystem/condition-clinical'}]},"
                + "'code':{'text':'<img src=" + url() + " onerror=x()>'},"
                + "'subject':{'reference':'Patient/p'},'recordedDate':'2024-01-01'}"));

        DraftText.of(new Writer(Optional.empty()).writeByRules(Assignment.brief(chart)));

        assertThat(chart.facts().getFirst().concept().text()).startsWith("<img");
        assertThat(asked).hasValue(0);
    }

    private String url() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/x";
    }

    private static String json(String text) {
        return text.replace("\\'", "&apos;").replace('\'', '"').replace("&apos;", "'");
    }
}
