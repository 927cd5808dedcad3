package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anamnesis.jobs.JobRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that was kept, as the servlet request it was: method, address, headers, body, attributes. What else a servlet request
 * has is refused, so that nothing is answered with a guess.
 */
final class KeptRequest implements InvocationHandler {

    private final JobRequest job;
    private final URI address;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();

    private KeptRequest(JobRequest job, String base) {
        this.job = job;
        this.address = URI.create(base + job.path().replace("$", "%24"));
        headers.put("Host", address.getRawAuthority());
        job.contentType().ifPresent(type -> headers.put("Content-Type", type));
        job.accept().ifPresent(type -> headers.put("Accept", type));
        headers.put("Content-Length", String.valueOf(job.body().length));
    }

    /** @param base the facade's base for the request's EHR */
    static HttpServletRequest of(JobRequest job, String base) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                new KeptRequest(job, base));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
        String first = given != null && given.length > 0 ? String.valueOf(given[0]) : "";
        return switch (method.getName()) {
            case "getMethod" -> "POST";
            case "getScheme" -> address.getScheme();
            case "getProtocol" -> "HTTP/1.1";
            case "isSecure" -> "https".equals(address.getScheme());
            case "getServerName", "getLocalName" -> address.getHost();
            case "getServerPort", "getLocalPort" -> address.getPort();
            case "getRemoteAddr", "getRemoteHost", "getLocalAddr" -> "127.0.0.1";
            case "getContextPath" -> "";
            case "getServletPath" -> "/fhir";
            case "getPathInfo" -> "/" + job.ehr() + job.path();
            case "getRequestURI" -> path();
            case "getRequestURL" -> new StringBuffer(address.getScheme() + "://" + address.getRawAuthority() + path());
            case "getQueryString" -> job.query().isEmpty() ? null : job.query();
            case "getHeader" -> headers.get(first);
            case "getHeaders" ->
                Collections.enumeration(headers.containsKey(first) ? List.of(headers.get(first)) : List.of());
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getContentType" -> job.contentType().orElse(null);
            case "getContentLength" -> job.body().length;
            case "getContentLengthLong" -> (long) job.body().length;
            case "getCharacterEncoding" -> StandardCharsets.UTF_8.name();
            case "getInputStream" -> new KeptBody(job.body());
            case "getReader" ->
                new BufferedReader(new InputStreamReader(new KeptBody(job.body()), StandardCharsets.UTF_8));
            case "getAttribute" -> attributes.get(first);
            case "setAttribute" -> given == null ? null : attributes.put(first, given[1]);
            case "removeAttribute" -> attributes.remove(first);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "getParameterMap" -> parameters();
            case "getParameter" -> parameters().getOrDefault(first, new String[] {null})[0];
            case "getParameterValues" -> parameters().get(first);
            case "getParameterNames" -> Collections.enumeration(parameters().keySet());
            case "getCookies", "getSession", "getUserPrincipal", "getRemoteUser", "getAuthType" -> null;
            case "getLocale" -> Locale.ROOT;
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> given != null && proxy == given[0];
            case "toString" -> "a request that was kept";
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private String path() {
        return "/fhir/" + job.ehr() + job.path();
    }

    private Map<String, String[]> parameters() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String pair : job.query().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
