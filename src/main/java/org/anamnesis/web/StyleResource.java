package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anamnesis.smart.Style;
import org.anamnesis.smart.Styles;
import org.jspecify.annotations.Nullable;

/** What of the EHR's look the page takes over; asked for after the page stands, so that nobody waits for it. */
@Path("{launchId}/api/style")
public class StyleResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private Styles styles;

    /** The look; null where our own stays. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View style() {
        Style style = styles.of(current.launch().chart());
        return new View(
                style.bodyFont().orElse(null),
                style.headingFont().orElse(null),
                style.radius().orElse(null));
    }

    /** The answer. */
    public record View(
            @Nullable String bodyFont,
            @Nullable String headingFont,
            @Nullable String radius) {}
}
