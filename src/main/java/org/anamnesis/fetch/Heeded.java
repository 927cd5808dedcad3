package org.anamnesis.fetch;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;

/**
 * What of a search the EHR says it heeded: it repeats in the self link the parameters it used (FHIR R4, 3.1.1.1.2). A self
 * link that repeats none of what was sent says nothing.
 *
 * @param sort whether it sorted
 * @param conditions whether it kept to all conditions
 */
record Heeded(boolean sort, boolean conditions) {

    static Heeded of(Bundle page, Wording wording) {
        Set<String> repeated = Optional.ofNullable(page.getLink(Bundle.LINK_SELF))
                .map(BundleLinkComponent::getUrl)
                .map(Heeded::names)
                .orElse(Set.of());
        Set<String> conditions = wording.conditionNames();
        boolean repeats = repeated.contains(wording.search().patientBy())
                || conditions.stream().anyMatch(repeated::contains);
        return new Heeded(
                !repeats || !wording.isSorted() || repeated.contains("_sort"),
                !repeats || repeated.containsAll(conditions));
    }

    private static Set<String> names(String url) {
        int query = url.indexOf('?');
        return query < 0
                ? Set.of()
                : Stream.of(url.substring(query + 1).split("&"))
                        .map(parameter -> parameter.split("[=:.]|%3A", 2)[0])
                        .collect(Collectors.toSet());
    }
}
