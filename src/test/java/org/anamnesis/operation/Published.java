package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.conformity.Conformity;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** A published definition, to hold an operation to it. */
final class Published {

    private final OperationDefinition definition;

    Published(String id) {
        definition = OperationDefinitions.read(FhirContext.forR4Cached(), id);
    }

    List<String> taken() {
        return used(OperationParameterUse.IN).stream()
                .map(OperationDefinitionParameterComponent::getName)
                .toList();
    }

    /** Only what is published is given, as often and of the kind that is published; and all of it is valid. */
    void assertHolds(Parameters answer) {
        Conformity.assertValid(answer);
        assertHolds(used(OperationParameterUse.OUT), answer.getParameter());
    }

    private List<OperationDefinitionParameterComponent> used(OperationParameterUse use) {
        return definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == use)
                .toList();
    }

    private static void assertHolds(
            List<OperationDefinitionParameterComponent> published, List<ParametersParameterComponent> given) {
        Map<String, OperationDefinitionParameterComponent> byName = published.stream()
                .collect(Collectors.toMap(OperationDefinitionParameterComponent::getName, parameter -> parameter));
        assertThat(byName.keySet())
                .containsAll(given.stream()
                        .map(ParametersParameterComponent::getName)
                        .toList());
        for (OperationDefinitionParameterComponent parameter : published) {
            List<ParametersParameterComponent> these = given.stream()
                    .filter(one -> one.getName().equals(parameter.getName()))
                    .toList();
            int most = parameter.getMax().equals("*") ? Integer.MAX_VALUE : Integer.parseInt(parameter.getMax());
            assertThat(these.size()).as(parameter.getName()).isBetween(parameter.getMin(), most);
            for (ParametersParameterComponent one : these) {
                boolean anyResource = one.hasResource() && parameter.getType().equals("Resource");
                if (!anyResource && (one.hasValue() || one.hasResource())) {
                    assertThat((one.hasValue() ? one.getValue() : one.getResource()).fhirType())
                            .as(parameter.getName())
                            .isEqualTo(parameter.getType());
                }
                assertHolds(parameter.getPart(), one.getPart());
            }
        }
    }
}
