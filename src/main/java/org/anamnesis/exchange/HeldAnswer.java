package org.anamnesis.exchange;

import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.util.StopWatch;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer already read into memory, in place of the one on the wire. */
final class HeldAnswer implements IHttpResponse {

    private final IHttpResponse original;
    private final int status;
    private final byte[] body;

    HeldAnswer(IHttpResponse original, int status, byte[] body) {
        this.original = original;
        this.status = status;
        this.body = body;
    }

    @Override
    public void bufferEntity() {
        // It is in memory already.
    }

    @Override
    public void close() {
        original.close();
    }

    @Override
    public Reader createReader() {
        return new InputStreamReader(readEntity(), StandardCharsets.UTF_8);
    }

    @Override
    public InputStream readEntity() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public Map<String, List<String>> getAllHeaders() {
        return original.getAllHeaders();
    }

    @Override
    public List<String> getHeaders(String name) {
        return original.getHeaders(name);
    }

    @Override
    public String getMimeType() {
        return original.getMimeType();
    }

    @Override
    public StopWatch getRequestStopWatch() {
        return original.getRequestStopWatch();
    }

    @Override
    public Object getResponse() {
        return original.getResponse();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public String getStatusInfo() {
        // The reason phrase is the EHR's free text and would stand in exception messages.
        return "";
    }
}
