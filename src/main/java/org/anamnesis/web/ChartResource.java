package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The facts of the launched patient's chart, the newest first, and its results and vital signs over time. */
@Path("{launchId}/api/chart")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class ChartResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private LaunchedInquiry inquiry;

    /**
     * A part of the facts, as the chart is read now; nothing that tells of the patient stands in the address.
     *
     * @param offset how many of the newest facts are left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ChartView chart(@QueryParam("offset") @DefaultValue("0") int offset) {
        if (offset < 0) {
            throw new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
        }
        return inquiry.tell(current.launch(), "browsing", chart -> ChartView.of(chart, offset));
    }
}
