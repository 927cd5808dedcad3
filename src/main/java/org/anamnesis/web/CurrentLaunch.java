package org.anamnesis.web;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The launch of the request at hand, put here by {@link LaunchGuard} after it looked at cookie, path and token. Inject it
 * into a resource under {@code {launchId}/api} and ask for {@link #launch()}; hand that on to other threads, not this.
 */
@RequestScoped
public class CurrentLaunch {

    private @Nullable Launch launch;

    /** The launch; its patient is the only one this request is about. */
    public Launch launch() {
        if (launch == null) {
            throw new IllegalStateException("no launch: the path has no {launchId}");
        }
        return launch;
    }

    void set(Launch found) {
        launch = found;
    }
}
