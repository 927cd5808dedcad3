package org.anamnesis.fhirpath;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.jspecify.annotations.Nullable;

/**
 * The names of the FHIR types and what each is a kind of, which is all the engine needs of their definitions to tell
 * {@code is} and {@code ofType}; made of HAPI's model, so that no definitions have to be shipped.
 */
final class TypeNames implements IValidationSupport {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

    private final FhirContext fhir;
    private final Map<String, StructureDefinition> byAddress = new LinkedHashMap<>();

    TypeNames(FhirContext fhir) {
        this.fhir = fhir;
        add("Element", StructureDefinitionKind.COMPLEXTYPE, "");
        add("Resource", StructureDefinitionKind.RESOURCE, "");
        add("DomainResource", StructureDefinitionKind.RESOURCE, "Resource");
        for (String type : fhir.getResourceTypes()) {
            RuntimeResourceDefinition definition = fhir.getResourceDefinition(type);
            boolean isDomain = DomainResource.class.isAssignableFrom(definition.getImplementingClass());
            add(type, StructureDefinitionKind.RESOURCE, isDomain ? "DomainResource" : "Resource");
        }
        for (BaseRuntimeElementDefinition<?> definition : fhir.getElementDefinitions()) {
            switch (definition.getChildType()) {
                case PRIMITIVE_DATATYPE, ID_DATATYPE ->
                    add(definition.getName(), StructureDefinitionKind.PRIMITIVETYPE, "Element");
                case COMPOSITE_DATATYPE -> add(definition.getName(), StructureDefinitionKind.COMPLEXTYPE, "Element");
                default -> {
                    // parts of resources have no name of their own
                }
            }
        }
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) List.copyOf(byAddress.values());
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String address) {
        return byAddress.get(address);
    }

    private void add(String name, StructureDefinitionKind kind, String base) {
        StructureDefinition definition = new StructureDefinition();
        definition.setUrl(BASE + name).setName(name).setType(name).setKind(kind);
        if (!base.isEmpty()) {
            definition.setBaseDefinition(BASE + base).setDerivation(TypeDerivationRule.SPECIALIZATION);
        }
        byAddress.putIfAbsent(definition.getUrl(), definition);
    }
}
