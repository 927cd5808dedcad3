package org.anamnesis.fhirpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.context.IWorkerContext;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * HL7's engine, which also knows elements by their names in FHIR's JSON: {@code resourceType}, and choices with their
 * type ({@code effectiveDateTime}) beside the plain {@code effective}. Inside a path a resource's own type names the
 * resource, as it does at the start.
 */
final class JsonNames extends FHIRPathEngine {

    private static final String CHOICE = "[x]";

    JsonNames(IWorkerContext types) {
        super(types);
    }

    @Override
    protected void getChildrenByName(Base item, String name, List<Base> result) {
        if (item instanceof Resource && name.equals("resourceType")) {
            result.add(new CodeType(item.fhirType()));
        } else if (item instanceof Resource && name.equals(item.fhirType())) {
            result.add(item);
        } else {
            Optional<String> choice = choice(item, name);
            String stem = choice.orElse(name);
            List<Base> values = new ArrayList<>();
            super.getChildrenByName(item, stem, values);
            values.stream()
                    .filter(value ->
                            choice.isEmpty() || value.fhirType().equalsIgnoreCase(name.substring(stem.length())))
                    .forEach(result::add);
        }
    }

    /** The plain name of a choice that is named with its type. */
    private static Optional<String> choice(Base item, String name) {
        return Optional.ofNullable(item.getNamedProperty(name))
                .map(Property::getName)
                .filter(known -> known.endsWith(CHOICE))
                .map(known -> known.substring(0, known.length() - CHOICE.length()))
                .filter(stem -> name.length() > stem.length() && name.startsWith(stem) && !name.endsWith(CHOICE));
    }
}
