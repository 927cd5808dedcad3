package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.guard.RefusedInput.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the catalogue of attack cases. */
class XmlGuardTest {

    @Test
    void passesAPatientWithItsNarrative() {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Patient xmlns=\"http://hl7.org/fhir\"><text>"
                + "<status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">Zoë &amp; 東京 &#233;</div>"
                + "</text></Patient>";
        assertThatCode(() -> XmlGuard.check(bytes(xml), Limits.CALLER)).doesNotThrowAnyException();
    }

    @Test
    void case05RefusesElementsTooDeep() {
        assertRefused("<a>".repeat(101) + "</a>".repeat(101), Reason.TOO_DEEP);
        assertRefused("<a>".repeat(100_000), Reason.TOO_DEEP);
    }

    @Test
    void case06StopsReadingAnEndlessBodyAtTheLimit() {
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < 3 ? "<a>".charAt(at++) : ' ';
            }
        };
        RefusedInput refused =
                catchThrowableOfType(RefusedInput.class, () -> XmlGuard.check(endless, Limits.of(100_000)));
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void case06RefusesASmallBodyOfMoreElementsThanAnyChartHas() {
        assertRefused("<a>" + "<b c=\"1\"/>".repeat(500_001) + "</a>", Reason.TOO_MANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Patient [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Patient><id value=\"&x;\"/></Patient>",
                "<!DOCTYPE Patient [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><div>&x;</div>",
                "<!DOCTYPE Patient><Patient/>"
            })
    void case07RefusesExternalEntities(String xml) {
        assertRefused(xml, Reason.DOCTYPE);
    }

    @Test
    void case07RefusesAnEntityNobodyDeclared() {
        assertRefused("<Patient><id value=\"&x;\"/></Patient>", Reason.MALFORMED);
        assertRefused("<div>&nbsp;</div>", Reason.MALFORMED);
    }

    @Test
    void case08RefusesABillionLaughs() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"lol\">");
        for (int at = 1; at < 10; at++) {
            xml.append("<!ENTITY l")
                    .append(at)
                    .append(" \"")
                    .append(("&l" + (at - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertRefused(xml + "]><l>&l9;</l>", Reason.DOCTYPE);
    }

    @Test
    void case09RefusesAnExternalDoctypeAndAsksNobodyForIt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String dtd = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            assertRefused("<!DOCTYPE Patient SYSTEM \"" + dtd + "\"><Patient/>", Reason.DOCTYPE);
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void case13RefusesOtherEncodings() {
        assertRefused("\uFEFF<Patient/>", Reason.ENCODING);
        assertRefused("<?xml version=\"1.0\" encoding=\"UTF-7\"?><Patient/>", Reason.ENCODING);
        assertRefusedIn(StandardCharsets.UTF_16, "<Patient/>", Reason.ENCODING);
        assertRefusedIn(StandardCharsets.ISO_8859_1, "<Patient><x value=\"Zoë\"/></Patient>", Reason.ENCODING);
        assertRefused("<Patient><x value=\"a\0b\"/></Patient>", Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<a>", "<a></b>", "<a/><b/>", "<a x=\"1\" x=\"2\"/>", "{}", "<f:a/>"})
    void refusesWhatIsNotOneDocument(String xml) {
        assertRefused(xml, Reason.MALFORMED);
    }

    private static void assertRefused(String xml, Reason reason) {
        assertRefusedIn(StandardCharsets.UTF_8, xml, reason);
    }

    private static void assertRefusedIn(Charset charset, String xml, Reason reason) {
        RefusedInput refused =
                catchThrowableOfType(RefusedInput.class, () -> XmlGuard.check(xml.getBytes(charset), Limits.CALLER));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasNoCause();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
