package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.anamnesis.ehr.EhrRegistry;

/** The clinician's page, for a chart that is open in this browser: {@code /app/{launchId}/}. */
@Path("{launchId}")
public class PageResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private EhrRegistry registry;

    @Inject
    private ServletContext servlets;

    /** The same page, at the address of a ward: {@code /app/{launchId}/ward/{type}/{id}/}. */
    @GET
    @Path("ward/{type}/{id}")
    public Response ward(@Context HttpServletResponse response) throws IOException {
        return AppPage.answer(servlets, response, current.launch().ehr());
    }

    /** The page; nothing of the chart is in it. */
    @GET
    public Response page(@Context HttpServletRequest request, @Context HttpServletResponse response)
            throws IOException {
        Launch launch = current.launch();
        if (!request.getRequestURI().endsWith("/")) {
            return Response.seeOther(URI.create(registry.baseUrl() + "/app/" + launch.id() + "/"))
                    .build();
        }
        return AppPage.answer(servlets, response, launch.ehr());
    }
}
