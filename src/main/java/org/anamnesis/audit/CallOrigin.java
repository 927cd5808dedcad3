package org.anamnesis.audit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from; whatever is recorded on its thread bears it.
 *
 * @param request the request's id, as in {@code X-Request-Id}
 * @param address the network address of the caller
 */
public record CallOrigin(Optional<String> request, Optional<String> address) {

    /** What no request asked for. */
    public static final CallOrigin NONE = new CallOrigin(Optional.empty(), Optional.empty());

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.%]{2,64}");
    private static final ThreadLocal<@Nullable CallOrigin> CURRENT = new ThreadLocal<>();

    /** The origin of a request; an address that is none is left out. */
    public static CallOrigin of(String request, @Nullable String address) {
        return new CallOrigin(
                Optional.of(request),
                Optional.ofNullable(address)
                        .filter(text -> ADDRESS.matcher(text).matches()));
    }

    /** The origin of what this thread is at. */
    public static CallOrigin current() {
        CallOrigin known = CURRENT.get();
        return known == null ? NONE : known;
    }

    /** Does something on behalf of this origin. */
    public <T> T during(Callable<T> act) throws Exception {
        CallOrigin before = current();
        CURRENT.set(this);
        try {
            return act.call();
        } finally {
            if (before.equals(NONE)) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
