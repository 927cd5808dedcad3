package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

class UnhurriedResponseTest {

    /** What the container would send, and how often it was told to. */
    private static final class Sent extends StringWriter {
        private int flushes;

        @Override
        public void flush() {
            flushes++;
        }
    }

    private final Sent sent = new Sent();
    private final HttpServletResponse response = new UnhurriedResponse((HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> new PrintWriter(sent)));

    @Test
    void aResourceIsNotSentValueByValue() throws IOException {
        Parameters answer = new Parameters();
        for (int number = 0; number < 100; number++) {
            answer.addParameter("statement", "No. " + number);
        }

        FhirContext.forR4Cached().newJsonParser().encodeResourceToWriter(answer, response.getWriter());

        assertThat(sent.toString()).contains("No. 0", "No. 99").endsWith("}");
        assertThat(sent.flushes).isZero();
    }
}
