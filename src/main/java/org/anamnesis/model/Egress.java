package org.anamnesis.model;

import java.net.URI;

/** Which addresses text may go to. Asked for every single request, whatever library made it. */
@FunctionalInterface
interface Egress {

    boolean allowed(URI address);

    /** The model's own endpoint and nothing else: the same scheme, host and port. */
    static Egress to(ModelSettings model) {
        URI base = model.baseUrl();
        return address -> base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort();
    }
}
