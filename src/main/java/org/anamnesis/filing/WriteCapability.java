package org.anamnesis.filing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/**
 * What an EHR's CapabilityStatement says of writing. A list that is empty says nothing: what is not spoken of is unknown, and
 * unknown is tried.
 *
 * @param transactions whether it names transactions
 * @param types each resource type by its name; empty where the statement names none or cannot be had
 */
record WriteCapability(boolean transactions, Map<String, Type> types) {

    /** Nothing is known. */
    static final WriteCapability UNKNOWN = new WriteCapability(false, Map.of());

    WriteCapability {
        types = Map.copyOf(types);
    }

    /**
     * @param interactions what can be done with the type; empty where none is named
     * @param parameters by which it can be searched; empty where none is named
     */
    record Type(Set<TypeRestfulInteraction> interactions, Set<String> parameters) {

        Type {
            interactions = Set.copyOf(interactions);
            parameters = Set.copyOf(parameters);
        }
    }

    static WriteCapability of(CapabilityStatement statement) {
        return statement.getRest().stream()
                .filter(rest -> rest.getMode() != RestfulCapabilityMode.CLIENT)
                .findFirst()
                .map(WriteCapability::of)
                .orElse(UNKNOWN);
    }

    private static WriteCapability of(CapabilityStatementRestComponent server) {
        Set<String> everywhere = new HashSet<>();
        server.getSearchParam().forEach(parameter -> everywhere.add(parameter.getName()));
        Map<String, Type> types = new HashMap<>();
        server.getResource()
                .forEach(said -> types.merge(said.getType(), type(said, everywhere), WriteCapability::both));
        boolean transactions = server.getInteraction().stream()
                .anyMatch(interaction -> interaction.getCode() == SystemRestfulInteraction.TRANSACTION);
        return new WriteCapability(transactions, types);
    }

    private static Type type(CapabilityStatementRestResourceComponent said, Set<String> everywhere) {
        Set<TypeRestfulInteraction> interactions = EnumSet.noneOf(TypeRestfulInteraction.class);
        said.getInteraction().forEach(interaction -> interactions.add(interaction.getCode()));
        Set<String> parameters = new HashSet<>();
        said.getSearchParam().forEach(parameter -> parameters.add(parameter.getName()));
        if (parameters.stream().allMatch(name -> name.startsWith("_"))) {
            // Those of all types do not tell by which of its own it can be searched.
            return new Type(interactions, Set.of());
        }
        parameters.addAll(everywhere);
        return new Type(interactions, parameters);
    }

    private static Type both(Type one, Type other) {
        Set<TypeRestfulInteraction> interactions = new HashSet<>(one.interactions);
        interactions.addAll(other.interactions);
        Set<String> parameters = new HashSet<>(one.parameters);
        parameters.addAll(other.parameters);
        return new Type(interactions, parameters);
    }

    /** Whether the statement says which types there are. */
    boolean isKnown() {
        return !types.isEmpty();
    }

    /** Whether a type can be created, as far as is known. */
    boolean creates(String type) {
        Type said = types.get(type);
        return types.isEmpty()
                || (said != null
                        && (said.interactions.isEmpty() || said.interactions.contains(TypeRestfulInteraction.CREATE)));
    }

    /** What of a profile this EHR cannot serve; nothing where it does not say. */
    Set<Misfit> misfits(WriteProfile profile) {
        if (!creates("DocumentReference")) {
            // What it would take beside documents does not matter then.
            return EnumSet.of(Misfit.NO_DOCUMENTS);
        }
        Set<Misfit> misfits = EnumSet.noneOf(Misfit.class);
        Type documents = types.get("DocumentReference");
        if (profile.foundBy() == WriteProfile.FoundBy.IDENTIFIER
                && documents != null
                && !documents.parameters.isEmpty()
                && !documents.parameters.contains("identifier")) {
            misfits.add(Misfit.NO_IDENTIFIER_SEARCH);
        }
        if (profile.device() && !creates("Device")) {
            misfits.add(Misfit.NO_DEVICE);
        }
        if (profile.provenance() && !creates("Provenance")) {
            misfits.add(Misfit.NO_PROVENANCE);
        }
        return misfits;
    }
}
