package org.anamnesis.sandbox.ehr;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is chosen before the EHR starts.
 *
 * @param port the loopback port to listen on; 0 takes any free one
 * @param productBase where the product answers, without a trailing slash; its keys, redirect URI and facade are below it
 * @param data the directory of the database; absent keeps everything in memory and forgets it at the end
 * @param largestPage more entries no page has, whatever {@code _count} asks for; absent leaves it to the server
 */
public record EhrSettings(int port, URI productBase, Optional<Path> data, OptionalInt largestPage) {

    /** The port the EHR listens on where none is chosen. */
    public static final int DEFAULT_PORT = 8090;

    /** Where the product answers where nothing else is said. */
    public static final URI DEFAULT_PRODUCT = URI.create("http://localhost:8080");

    /** Refuses ports outside of 0 to 65535 and a product base that is relative or ends with a slash. */
    public EhrSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535: " + port);
        }
        if (!productBase.isAbsolute() || productBase.toString().endsWith("/")) {
            throw new IllegalArgumentException("the product base is an absolute URL without a slash at its end");
        }
        if (largestPage.orElse(1) < 1) {
            throw new IllegalArgumentException("a page holds one entry at least");
        }
    }

    /** The EHR at its usual address, in memory, for a product at its usual address. */
    public static EhrSettings usual() {
        return new EhrSettings(DEFAULT_PORT, DEFAULT_PRODUCT, Optional.empty(), OptionalInt.empty());
    }

    /** The same, on another port. */
    public EhrSettings onPort(int other) {
        return new EhrSettings(other, productBase, data, largestPage);
    }

    /** The same, for a product at another address. */
    public EhrSettings forProduct(URI other) {
        return new EhrSettings(port, other, data, largestPage);
    }

    /** The same, with its database kept in a directory. */
    public EhrSettings keptIn(Path directory) {
        return new EhrSettings(port, productBase, Optional.of(directory), largestPage);
    }

    /** The same, with pages of so many entries at most. */
    public EhrSettings withPagesOf(int most) {
        return new EhrSettings(port, productBase, data, OptionalInt.of(most));
    }
}
