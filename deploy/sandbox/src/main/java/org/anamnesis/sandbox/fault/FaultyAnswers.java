package org.anamnesis.sandbox.fault;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The faults that strike once the FHIR server knows what is asked, and those in its answers. */
@Order(9)
@Interceptor
public class FaultyAnswers implements FhirInterceptor {

    private static final String PLACEHOLDER = "271828182845.904523536";
    private static final String HOSTILE = "1e999999999";

    private final Faults faults;
    private final FhirContext fhir;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    FaultyAnswers(Faults faults, FhirContext fhir) {
        this.faults = faults;
        this.fhir = fhir;
    }

    /** Waits or refuses before anything is done. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void before(RestOperationTypeEnum operation, RequestDetails request) throws InterruptedException {
        var type = request.getResourceName();
        var interaction = name(operation);
        var delay = faults.strike(FaultKind.DELAY, type, interaction).map(Fault::delayMs);
        if (delay.isPresent()) {
            Thread.sleep(delay.get());
        }
        faults.strike(FaultKind.STATUS, type, interaction).map(Fault::status).ifPresent(status -> {
            throw refusal(status);
        });
    }

    /** Spoils the answer; returns false where it was given, or withheld, here. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean after(
            RequestDetails details,
            @Nullable IBaseResource answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var type = type(details, answer);
        var interaction = name(details.getRestOperationType());
        if (faults.strike(FaultKind.DROP_CONNECTION, type, interaction).isPresent()) {
            DroppedConnections.drop(request);
            return false;
        }
        if (!(answer instanceof Bundle page) || !page.hasEntry()) {
            return true;
        }
        faults.strike(FaultKind.TRUNCATE, type, interaction).ifPresent(fault -> truncate(page, offset(details), fault));
        if (faults.strike(FaultKind.HOSTILE_DECIMAL, type, interaction).isPresent()) {
            return !write(response, withHostileDecimal(page));
        }
        if (faults.strike(FaultKind.MALFORMED_RESOURCE, type, interaction).isPresent()) {
            return !write(response, withMalformedResource(page));
        }
        return true;
    }

    private static void truncate(Bundle page, int offset, Fault fault) {
        int left = Math.max(0, (fault.size() == null ? 0 : fault.size()) - offset);
        if (page.getEntry().size() >= left) {
            page.setEntry(page.getEntry().subList(0, left));
            page.getLink().removeIf(link -> link.getRelation().equals("next"));
        }
        if (!fault.keepsTotal()) {
            page.setTotalElement(null);
        }
    }

    /** How many entries the pages before had. */
    private static int offset(RequestDetails details) {
        String[] offset = details.getParameters().get(Constants.PARAM_PAGINGOFFSET);
        return offset == null || offset.length == 0 || !offset[0].matches("\\d{1,9}") ? 0 : Integer.parseInt(offset[0]);
    }

    private String withHostileDecimal(Bundle page) {
        page.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .findFirst()
                .ifPresent(observation -> observation.setValue(new Quantity().setValue(new BigDecimal(PLACEHOLDER))));
        return fhir.newJsonParser().encodeResourceToString(page).replace(PLACEHOLDER, HOSTILE);
    }

    private String withMalformedResource(Bundle page) throws IOException {
        var tree = json.readTree(fhir.newJsonParser().encodeResourceToString(page));
        if (tree.at("/entry/0/resource") instanceof ObjectNode resource) {
            resource.putObject("meta").put("lastUpdated", "not an instant");
        }
        return json.writeValueAsString(tree);
    }

    private static boolean write(HttpServletResponse response, String body) throws IOException {
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static BaseServerResponseException refusal(int status) {
        var refusal = BaseServerResponseException.newInstance(status, "a fault of the sandbox");
        return refusal == null ? new UnclassifiedServerFailureException(status, "a fault of the sandbox") : refusal;
    }

    /** A later page of a search carries no type in its request; its entries tell. */
    private static @Nullable String type(RequestDetails details, @Nullable IBaseResource answer) {
        if (details.getResourceName() == null && answer instanceof Bundle page && page.hasEntry()) {
            var first = page.getEntryFirstRep().getResource();
            return first == null ? null : first.fhirType();
        }
        return details.getResourceName();
    }

    private static String name(RestOperationTypeEnum operation) {
        return switch (operation) {
            case SEARCH_TYPE, GET_PAGE -> "search";
            case HISTORY_INSTANCE, HISTORY_TYPE, HISTORY_SYSTEM -> "history";
            default -> operation.name().toLowerCase(Locale.ROOT);
        };
    }
}
