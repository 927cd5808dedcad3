package org.anamnesis.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The origins that text may go to: scheme, host and port. Asked for every single request, whatever library made it; redirects
 * are not followed at all. Which machine a host's name stands for is the network's matter.
 *
 * @param origins e.g. {@code https://models.example.org}, as {@link #originOf} writes them
 */
public record Egress(Set<String> origins) {

    public Egress {
        origins = Set.copyOf(origins);
    }

    /** The address's own origin and nothing else; nothing at all where it has none. */
    public static Egress to(URI address) {
        return new Egress(originOf(address).map(Set::of).orElse(Set.of()));
    }

    /**
     * A list of origins as it stands in the settings.
     *
     * @throws IllegalArgumentException where one is none: it has a path, a user or a pattern
     */
    public static Egress of(List<String> written) {
        Set<String> origins = new LinkedHashSet<>();
        for (String one : written) {
            origins.add(origin(one)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "egress must be origins such as https://models.example.org, without a path or a pattern")));
        }
        return new Egress(origins);
    }

    private static Optional<String> origin(String written) {
        try {
            URI address = new URI(written);
            boolean bare = (address.getRawPath() == null || address.getRawPath().isEmpty())
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return bare ? originOf(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The origin of an address with its port written out; empty where it has none that text could go to. */
    static Optional<String> originOf(URI address) {
        if (address.getScheme() == null || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        if (port < 0) {
            port = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
        }
        return port < 0
                ? Optional.empty()
                : Optional.of(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }

    boolean allowed(URI address) {
        return originOf(address).filter(origins::contains).isPresent();
    }
}
