package org.anamnesis.guard;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anamnesis.guard.RefusedInput.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;

/**
 * The rule for decimals of a parsed resource. A parser also takes them from JSON strings and XML attributes, where the
 * guard in front cannot know a decimal from a text; printing one with a huge exponent would fill the memory.
 */
public final class DecimalGuard {

    private DecimalGuard() {}

    /** Passes a resource whose decimals are all of ordinary size, contained resources and extensions included. */
    public static void check(FhirContext context, IBaseResource resource, Limits limits) throws RefusedInput {
        for (IBaseResource one : withEmbedded(context, resource)) {
            for (DecimalType decimal : context.newTerser().getAllPopulatedChildElementsOfType(one, DecimalType.class)) {
                BigDecimal value = decimal.getValue();
                if (value != null) {
                    check(value, limits);
                }
            }
        }
    }

    // The terser walks into neither: entries, parameters and contained resources are asked for one by one.
    private static Set<IBaseResource> withEmbedded(FhirContext context, IBaseResource resource) {
        Set<IBaseResource> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.add(resource);
        if (resource instanceof Bundle || resource instanceof Parameters) {
            all.addAll(context.newTerser().getAllEmbeddedResources(resource, true));
        }
        all.removeIf(Objects::isNull);
        for (IBaseResource one : List.copyOf(all)) {
            if (one instanceof DomainResource domain) {
                all.addAll(domain.getContained());
            }
        }
        return all;
    }

    private static void check(BigDecimal value, Limits limits) throws RefusedInput {
        if (value.precision() > limits.numberLength()) {
            throw new RefusedInput(Reason.NUMBER_TOO_LONG);
        }
        // As many places as the longest number that passes in front can have: its digits and its exponent.
        long most = (long) limits.numberLength() + limits.exponent();
        if (Math.abs((long) value.scale()) > most) {
            throw new RefusedInput(Reason.NUMBER_TOO_BIG);
        }
    }
}
