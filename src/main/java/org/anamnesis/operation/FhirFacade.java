package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.tenant.UrlBaseTenantIdentificationStrategy;
import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.util.Objects;
import org.anamnesis.ehr.EhrRegistry;
import org.jspecify.annotations.Nullable;

/** The HAPI server behind {@link FacadeFilter}; each EHR is one of its tenants. */
@WebServlet(urlPatterns = "/fhir/*", loadOnStartup = 1)
public class FhirFacade extends RestfulServer {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient @Nullable FhirContext context;

    @Inject
    private transient @Nullable EhrRegistry registry;

    @Inject
    private transient @Nullable SummarizeOperation summarize;

    @Inject
    private transient @Nullable ContextOperation patientContext;

    @Inject
    private transient @Nullable InquiryOperations inquiries;

    @Inject
    private transient @Nullable WardOperations wards;

    @Inject
    private transient @Nullable WardSummaries wardSummaries;

    @Inject
    private transient @Nullable TriageOperation triage;

    @Inject
    private transient @Nullable DraftOperations drafts;

    @Inject
    private transient @Nullable AuditSearches auditEvents;

    @Inject
    private transient @Nullable RecallOperation recall;

    @Inject
    private transient @Nullable DocumentBinaries binaries;

    @Inject
    private transient @Nullable DocumentBundles bundles;

    @Inject
    private transient @Nullable Replay replay;

    @Inject
    private transient @Nullable OperationDefinitions definitions;

    /** Kept requests are taken up once HAPI has found all operations, which it does behind {@link #initialize()}. */
    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        Objects.requireNonNull(replay)
                .by((request, response) -> handleRequest(RequestTypeEnum.POST, request, response));
    }

    @Override
    protected void initialize() {
        setFhirContext(Objects.requireNonNull(context));
        setServerAddressStrategy(new HardcodedServerAddressStrategy(
                Objects.requireNonNull(registry).baseUrl() + "/fhir"));
        setServerConformanceProvider(new FacadeDescription(this, Objects.requireNonNull(definitions)));
        setTenantIdentificationStrategy(new UrlBaseTenantIdentificationStrategy());
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setDefaultPrettyPrint(false);
        setServerName("Anamnesis");
        setServerVersion(ProductVersion.text());
        setImplementationDescription("Checked chart summaries of one EHR");
        setCopyright("Apache-2.0");
        registerProviders(
                Objects.requireNonNull(summarize),
                Objects.requireNonNull(patientContext),
                Objects.requireNonNull(inquiries),
                Objects.requireNonNull(wards),
                Objects.requireNonNull(wardSummaries),
                Objects.requireNonNull(triage),
                Objects.requireNonNull(drafts),
                Objects.requireNonNull(auditEvents),
                Objects.requireNonNull(recall),
                Objects.requireNonNull(binaries),
                Objects.requireNonNull(bundles),
                Objects.requireNonNull(definitions));
        registerInterceptor(new CapabilityNotes(Objects.requireNonNull(registry)));
        registerInterceptor(new PlainErrors());
    }
}
