package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** The published definitions of our operations, kept as FHIR resources beside this class. */
@ApplicationScoped
public class OperationDefinitions implements IResourceProvider {

    private static final List<String> NAMES = List.of(
            "summarize",
            "triage",
            "patient-context",
            "ask",
            "verify",
            "sign",
            "filing-status",
            "ward-triage",
            "ward-summarize",
            "override-acuity",
            "recall");

    /** Those that are asked of the base and of no type. */
    static final Set<String> OF_THE_SYSTEM = Set.of("recall");

    private final @Nullable FhirContext fhir;
    private final @Nullable EhrRegistry registry;

    /** For the container's proxies only. */
    protected OperationDefinitions() {
        this.fhir = null;
        this.registry = null;
    }

    @Inject
    public OperationDefinitions(FhirContext fhir, EhrRegistry registry) {
        this.fhir = fhir;
        this.registry = registry;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return OperationDefinition.class;
    }

    /** The ids of all definitions. */
    static List<String> names() {
        return NAMES;
    }

    /** The id of the definition of an operation on a type: one that is another thing on a ward has a definition of its own. */
    static String idOf(String type, String operation) {
        boolean isWard = type.equals("Group") || type.equals("Location");
        return isWard && (operation.equals("triage") || operation.equals("summarize"))
                ? "ward-" + operation
                : operation;
    }

    /** One definition by its id. */
    OperationDefinition read(String id, RequestDetails details) {
        return Optional.of(id)
                .filter(NAMES::contains)
                .map(name -> definition(name, details))
                .orElseThrow(() -> new Refusal(new Problem(
                        404, IssueType.NOTFOUND, "unknown-operation", "There is no operation of this name here.")));
    }

    /** All definitions. */
    @Search
    public List<OperationDefinition> search(ServletRequestDetails details) {
        return NAMES.stream().map(name -> definition(name, details)).toList();
    }

    private OperationDefinition definition(String name, RequestDetails details) {
        OperationDefinition definition = read(Objects.requireNonNull(fhir), name);
        String base = Objects.requireNonNull(registry)
                .facadeBase(new EhrId(details.getTenantId()))
                .toString();
        definition.setUrl(base + "/OperationDefinition/" + name);
        return definition;
    }

    static OperationDefinition read(FhirContext fhir, String name) {
        try (InputStream file = OperationDefinitions.class.getResourceAsStream(name + ".json")) {
            return fhir.newJsonParser()
                    .parseResource(
                            OperationDefinition.class,
                            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
