package org.anamnesis.fetch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.StringType;

/**
 * What an EHR's CapabilityStatement says it can. A list that is empty says nothing: what is not spoken of is unknown, and
 * unknown is tried.
 *
 * @param types each resource type by its name; empty where the statement names none
 * @param everywhere search parameters of all types
 * @param batch whether it takes batches, where it says
 * @param result the parameters that shape an answer ({@code _sort}, ...), where it names any
 * @param tellsIncludes whether it names includes for any type
 * @param subscribes whether it says that Subscriptions can be created
 */
record Capability(
        Map<String, Type> types,
        Set<String> everywhere,
        Optional<Boolean> batch,
        Set<String> result,
        boolean tellsIncludes,
        boolean subscribes) {

    /** Nothing is known. */
    static final Capability UNKNOWN = new Capability(Map.of(), Set.of(), Optional.empty(), Set.of(), false, false);

    private static final Set<String> RESULT_PARAMETERS =
            Set.of("_count", "_sort", "_total", "_summary", "_include", "_revinclude", "_elements");

    /**
     * @param searchable whether it can be searched
     * @param parameters its search parameters; empty where none is named
     * @param includes as in {@code _include}; empty where none is named
     */
    record Type(boolean searchable, Set<String> parameters, Set<String> includes) {

        static Type of(CapabilityStatementRestResourceComponent said) {
            boolean searchable = !said.hasInteraction()
                    || said.getInteraction().stream()
                            .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.SEARCHTYPE);
            Set<String> includes = said.getSearchInclude().stream()
                    .map(StringType::getValue)
                    .map(include -> include.replaceFirst("^([A-Za-z]+)\\.", "$1:"))
                    .collect(Collectors.toSet());
            return new Type(searchable, names(said.getSearchParam()), includes);
        }
    }

    static Capability of(CapabilityStatement statement) {
        Optional<CapabilityStatementRestComponent> server = statement.getRest().stream()
                .filter(rest -> rest.getMode() != RestfulCapabilityMode.CLIENT)
                .findFirst();
        return server.map(Capability::of).orElse(UNKNOWN);
    }

    private static Capability of(CapabilityStatementRestComponent server) {
        Map<String, Type> types = new HashMap<>();
        server.getResource().forEach(said -> types.put(said.getType(), Type.of(said)));
        Set<String> everywhere = names(server.getSearchParam());
        Optional<Boolean> batch = server.hasInteraction()
                ? Optional.of(server.getInteraction().stream()
                        .anyMatch(interaction -> interaction.getCode() == SystemRestfulInteraction.BATCH
                                // HAPI servers name the one and take both.
                                || interaction.getCode() == SystemRestfulInteraction.TRANSACTION))
                : Optional.empty();
        Set<String> result = Stream.concat(
                        everywhere.stream(), types.values().stream().flatMap(type -> type.parameters.stream()))
                .filter(RESULT_PARAMETERS::contains)
                .collect(Collectors.toSet());
        boolean tellsIncludes = types.values().stream().anyMatch(type -> !type.includes.isEmpty());
        boolean subscribes = server.getResource().stream()
                .filter(said -> said.getType().equals("Subscription"))
                .flatMap(said -> said.getInteraction().stream())
                .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.CREATE);
        return new Capability(types, everywhere, batch, result, tellsIncludes, subscribes);
    }

    /** Whether a type can be searched, as far as is known. */
    boolean searches(String type) {
        return types.isEmpty() || (types.containsKey(type) && of(type).searchable);
    }

    /** Whether a type can be searched by a parameter, as far as is known. */
    boolean knows(String type, String parameter) {
        Set<String> parameters = of(type).parameters;
        return parameters.stream().allMatch(RESULT_PARAMETERS::contains)
                || parameters.contains(parameter)
                || everywhere.contains(parameter);
    }

    /** Whether an include is carried out, as far as is known. */
    boolean includes(String type, String include) {
        Set<String> includes = of(type).includes;
        return !tellsIncludes || includes.contains(include) || includes.contains("*");
    }

    /** Whether a parameter that shapes the answer is heeded: where some are named, those that are not named are not. */
    boolean shapes(String parameter) {
        return result.isEmpty() || result.contains(parameter);
    }

    private Type of(String type) {
        return types.getOrDefault(type, new Type(true, Set.of(), Set.of()));
    }

    private static Set<String> names(List<CapabilityStatementRestResourceSearchParamComponent> parameters) {
        return parameters.stream()
                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
