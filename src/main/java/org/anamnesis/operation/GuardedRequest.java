package org.anamnesis.operation;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose body has been read within bounds, unpacked and guarded; it gives that body again. */
final class GuardedRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    GuardedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    /** The body that is given is not packed any more. */
    @Override
    public @Nullable String getHeader(String name) {
        return isPacking(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isPacking(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isPacking(String name) {
        return name.equalsIgnoreCase("Content-Encoding");
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new KeptBody(body);
    }
}
