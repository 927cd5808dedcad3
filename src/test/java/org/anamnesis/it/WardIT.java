package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ward in order, and a person's place for a patient, against the EHR of the sandbox. */
@ExtendWith(ArquillianExtension.class)
class WardIT {

    private static final String GROUP = "Group/ward-nine-patients/$triage";
    private static final String AT_NOON = "{\"name\":\"asOf\",\"valueDateTime\":\"2024-05-02T12:00:00Z\"}";

    private Ehr ehr;
    private Facade facade;
    private String token;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void callTheProduct() {
        ehr = new Ehr();
        ehr.faults();
        facade = new Facade();
        token = ehr.wardToken("system/*.rs");
    }

    @Test
    void theMembersOfAGroupComeInOrderWithReasonsAndSourcesThatAreInTheEhr() {
        Parameters answer = listed(GROUP, AT_NOON);

        assertThat(subjects(answer, "patient"))
                .containsExactly("Patient/wardworse", "Patient/wardunseen", "Patient/wardwell");
        ParametersParameterComponent first =
                named(answer, "patient").findFirst().orElseThrow();
        assertThat(texts(first, "reason")).contains("NEWS2 0 -> 3 in 4 h");
        assertThat(value(first, "tier")).isEqualTo("urgent");
        assertThat(first.getPart().stream()
                        .filter(part -> part.getName().equals("input"))
                        .map(input -> ((Reference) part(input, "source").getValue()).getReference())
                        .distinct())
                .hasSize(7)
                .allSatisfy(source -> assertThat(ehr.read(source).status()).isEqualTo(200));
        ParametersParameterComponent unseen =
                named(answer, "patient").skip(1).findFirst().orElseThrow();
        assertThat(texts(unseen, "missing")).hasSize(7);
        assertThat(value(answer, "complete")).isEqualTo("true");
    }

    @Test
    void aLocationListsThosePatientsWhoAreThereNowInItsBedsToo() {
        Parameters answer = listed("Location/ward-nine/$triage", AT_NOON);
        assertThat(subjects(answer, "patient")).containsExactly("Patient/wardworse", "Patient/wardwell");
        assertThat(((Reference) named(answer, "ward").findFirst().orElseThrow().getValue()).getDisplay())
                .isEqualTo("Ward Nine");
    }

    @Test
    void aCallerWhoHasTheListIsToldThatNothingChanged() {
        String version = value(listed(GROUP, AT_NOON), "version");
        Parameters answer = listed(GROUP, AT_NOON, "{\"name\":\"since\",\"valueString\":\"" + version + "\"}");
        assertThat(value(answer, "unchanged")).isEqualTo("true");
        assertThat(named(answer, "patient")).isEmpty();
    }

    @Test
    void whoCannotBeReadIsListedWithWhyAndNotDropped() {
        ehr.faults("{\"kind\":\"status\",\"status\":500,\"type\":\"Patient\"}");
        Parameters answer = listed(GROUP, "{\"name\":\"asOf\",\"valueDateTime\":\"2024-05-02T12:30:00Z\"}");
        assertThat(subjects(answer, "notRead")).hasSize(3);
        assertThat(named(answer, "notRead").map(not -> value(not, "outcome"))).containsOnly("failed");
        assertThat(value(answer, "complete")).isEqualTo("false");
    }

    @Test
    void aTokenThatIsBoundToAPatientIsRefused() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            assertRefused(call(GROUP, bedside.token("wardwell")), 403, "patient-bound");
        }
        assertRefused(call(GROUP, ehr.wardToken("system/Patient.rs system/Group.rs")), 403, "insufficient-scope");
        assertRefused(call("Group/no-such-ward/$triage", token), 404, "unknown-ward");
    }

    @Test
    void aPractitionerPutsAPatientFirstAndTheComputedPlaceStaysBesideIt() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            String user = bedside.userToken();
            Answer kept = override("wardwell", user, "emergency", "grey and clammy");
            assertThat(kept.status()).as(kept.text()).isEqualTo(200);

            Parameters answer = answered(call(GROUP, user));
            ParametersParameterComponent first =
                    named(answer, "patient").findFirst().orElseThrow();
            assertThat(((Reference) part(first, "subject").getValue()).getReference())
                    .isEqualTo("Patient/wardwell");
            assertThat(value(first, "computedTier")).isEqualTo("unknown");
            assertThat(value(part(first, "override"), "reason")).isEqualTo("grey and clammy");
            assertThat(((Reference) part(part(first, "override"), "by").getValue()).getReference())
                    .startsWith("Practitioner/");

            override("wardwell", user, "none", "seen and well");
            assertThat(named(answered(call(GROUP, user)), "patient")
                            .flatMap(patient -> patient.getPart().stream())
                            .map(ParametersParameterComponent::getName))
                    .doesNotContain("override");
        }
    }

    @Test
    void aSystemCannotDecide() {
        assertRefused(override("wardwell", token, "urgent", "because"), 403, "no-practitioner");
    }

    @Test
    void theDefinitionsArePublishedAndNamedInTheCapabilityStatement() {
        assertThat(facade.get("OperationDefinition/ward-triage")
                        .resource(OperationDefinition.class)
                        .getCode())
                .isEqualTo("triage");
        assertThat(facade.get("metadata").resource(CapabilityStatement.class).getRestFirstRep().getResource().stream()
                        .filter(resource -> resource.getType().equals("Group"))
                        .flatMap(resource -> resource.getOperation().stream())
                        .map(operation -> operation.getDefinition()))
                .containsExactlyInAnyOrder(
                        facade.at("OperationDefinition/ward-triage").toString(),
                        facade.at("OperationDefinition/ward-summarize").toString());
    }

    private Parameters listed(String path, String... parameters) {
        return answered(call(path, token, parameters));
    }

    private static Parameters answered(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.resource(Parameters.class);
    }

    private Answer call(String path, String bearer, String... parameters) {
        return facade.post(
                path,
                bearer,
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}");
    }

    private Answer override(String patient, String bearer, String tier, String reason) {
        return call(
                "Patient/" + patient + "/$override-acuity",
                bearer,
                "{\"name\":\"tier\",\"valueCode\":\"" + tier + "\"}",
                "{\"name\":\"reason\",\"valueString\":\"" + reason + "\"}");
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static List<String> subjects(Parameters answer, String name) {
        return named(answer, name)
                .map(one -> ((Reference) part(one, "subject").getValue()).getReference())
                .toList();
    }

    private static String value(Parameters answer, String name) {
        return named(answer, name).findFirst().orElseThrow().getValue().primitiveValue();
    }

    private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return part(of, name).getValue().primitiveValue();
    }

    private static List<String> texts(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }
}
