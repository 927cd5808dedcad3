package org.anamnesis.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Whether the chart is still open. The page asks while somebody reads without asking for anything else, and before it uncovers
 * a chart that it covered; nothing is read from the EHR for it.
 */
@Path("{launchId}/api/alive")
public class AliveResource {

    /** That it is open; where it is not, {@link LaunchGuard} has said so. */
    public record Alive(boolean open) {}

    /** Says so; the guard counts it as the user being there. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Alive alive() {
        return new Alive(true);
    }
}
