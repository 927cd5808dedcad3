package org.anamnesis.sandbox.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose {@code If-None-Exist} nobody hears. */
public final class Unheard extends HttpServletRequestWrapper {

    private static final String IF_NONE_EXIST = "If-None-Exist";

    /** The same request without it. */
    public Unheard(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(IF_NONE_EXIST) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(IF_NONE_EXIST) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = Collections.list(super.getHeaderNames());
        names.removeIf(IF_NONE_EXIST::equalsIgnoreCase);
        return Collections.enumeration(names);
    }
}
