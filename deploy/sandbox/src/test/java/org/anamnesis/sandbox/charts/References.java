package org.anamnesis.sandbox.charts;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The literal references inside a resource. */
final class References {

    private References() {}

    static List<String> in(Resource resource) {
        return below(resource)
                .filter(Reference::hasReference)
                .map(Reference::getReference)
                .toList();
    }

    private static Stream<Reference> below(Base base) {
        Stream<Reference> own = base instanceof Reference reference ? Stream.of(reference) : Stream.empty();
        return Stream.concat(
                own,
                base.children().stream()
                        .flatMap(child -> child.getValues().stream())
                        .flatMap(References::below));
    }
}
