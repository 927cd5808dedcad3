package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A servlet request of a method, a query and headers. */
final class CameRequest {

    private CameRequest() {}

    static HttpServletRequest of(String method, String query, Map<String, String> headers) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                CameRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getQueryString" -> query.isEmpty() ? null : query;
                    case "getHeader" -> headers.get((String) given[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey((String) given[0])
                                        ? List.of(headers.get((String) given[0]))
                                        : List.<String>of());
                    case "setAttribute" -> attributes.put((String) given[0], given[1]);
                    case "getAttribute" -> attributes.get((String) given[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
