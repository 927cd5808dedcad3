package org.anamnesis.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of the web that is the EHR: one scheme, host and port, and the paths below the FHIR base. A link that leads
 * out of it is not followed, and no token is sent there.
 */
public record EhrOrigin(URI base) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** The link as a URL, where it is written plainly and stays within the EHR; a relative one starts at the base. */
    public Optional<URI> within(String link) {
        try {
            URI url = URI.create(base + "/").resolve(new URI(link));
            return isWithin(url) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }

    /** The logical id that a reference names, where it is to a resource of this type in this EHR; any version. */
    public Optional<String> idOf(String type, String reference) {
        String unversioned = reference.replaceFirst("/_history/[^/]*$", "");
        String relative = unversioned.startsWith(base + "/")
                ? unversioned.substring(base.toString().length() + 1)
                : unversioned;
        String before = type + "/";
        return relative.startsWith(before) && ID.matcher(relative.substring(before.length())).matches()
                ? Optional.of(relative.substring(before.length()))
                : Optional.empty();
    }

    private boolean isWithin(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && base.getScheme().equalsIgnoreCase(url.getScheme())
                && base.getHost().equalsIgnoreCase(url.getHost())
                && port(base) == port(url)
                && isBelow(url.getRawPath());
    }

    /** Compared as written: an encoded or doubled dot or slash could mean another path to the server than to us. */
    private boolean isBelow(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean plain = !lower.contains("%2e")
                && !lower.contains("%2f")
                && !lower.contains("%5c")
                && !lower.contains("/..")
                && !lower.contains("/./")
                && !lower.contains("//");
        String root = base.getRawPath();
        return plain && (path.equals(root) || path.startsWith(root + "/"));
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
