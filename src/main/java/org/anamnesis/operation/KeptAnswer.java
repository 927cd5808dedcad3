package org.anamnesis.operation;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The servlet response to a request that was kept: status, headers and text are taken, nothing is sent. */
final class KeptAnswer {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private int status = 200;
    private String contentType = "application/fhir+json;charset=UTF-8";

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    String text() {
        writer.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> invoke(proxy, method, given == null ? new Object[0] : given));
    }

    private @Nullable Object invoke(Object proxy, Method method, Object[] given) {
        switch (method.getName()) {
            case "setStatus" -> status = (int) given[0];
            case "setContentType" -> contentType = String.valueOf(given[0]);
            case "setHeader", "addHeader" -> headers.put(String.valueOf(given[0]), String.valueOf(given[1]));
            case "setCharacterEncoding", "setContentLength", "setContentLengthLong", "flushBuffer" -> {}
            default -> {
                return asked(proxy, method, given);
            }
        }
        return null;
    }

    private @Nullable Object asked(Object proxy, Method method, Object[] given) {
        return switch (method.getName()) {
            case "getStatus" -> status;
            case "getContentType" -> contentType;
            case "getCharacterEncoding" -> StandardCharsets.UTF_8.name();
            case "getHeader" -> headers.get(String.valueOf(given[0]));
            case "getHeaders" ->
                headers.containsKey(String.valueOf(given[0]))
                        ? List.of(headers.get(String.valueOf(given[0])))
                        : List.of();
            case "getHeaderNames" -> List.copyOf(headers.keySet());
            case "containsHeader" -> headers.containsKey(String.valueOf(given[0]));
            case "isCommitted" -> false;
            case "getWriter" -> writer;
            case "getOutputStream" -> new Bytes(bytes);
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> proxy == given[0];
            case "toString" -> "an answer that is kept";
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static final class Bytes extends ServletOutputStream {

        private final ByteArrayOutputStream into;

        Bytes(ByteArrayOutputStream into) {
            this.into = into;
        }

        @Override
        public void write(int one) {
            into.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            into.write(some, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("the answer is written at once");
        }
    }
}
