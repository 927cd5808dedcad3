package org.anamnesis.ehr;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scheme, host and port of a web address (RFC 6454), with the scheme's own port left out.
 *
 * @param text as a browser sends it in {@code Origin}, e.g. {@code https://ehr.example.org}
 */
public record Origin(String text) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The origin of an absolute http or https address; empty for every other, and for one with user names in it. */
    public static Optional<Origin> of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (!lower.equals("https") && !lower.equals("http")) {
            return Optional.empty();
        }
        int own = lower.equals("https") ? 443 : 80;
        String port = address.getPort() == -1 || address.getPort() == own ? "" : ":" + address.getPort();
        return Optional.of(new Origin(lower + "://" + host.toLowerCase(Locale.ROOT) + port));
    }

    /** Whether what is sent there is encrypted on the way. */
    public boolean isEncrypted() {
        return text.startsWith("https://");
    }

    /** Whether it is this very machine, by an address or name that no name server decides. */
    public boolean isLoopback() {
        String host = URI.create(text).getHost();
        return host != null && LOOPBACK.contains(host);
    }

    @Override
    public String toString() {
        return text;
    }
}
