package org.anamnesis.sandbox.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizationInterceptor;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRule;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRuleBuilderRuleOp;
import ca.uhn.fhir.rest.server.interceptor.auth.PolicyEnum;
import ca.uhn.fhir.rest.server.interceptor.auth.RuleBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.sandbox.authorization.Permission;
import org.anamnesis.sandbox.authorization.SmartScope;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every record that goes in or out must be one the scopes reach: any for {@code user/} and {@code system/}, those of the
 * patient's compartment for {@code patient/}. Types no patient's compartment has (Practitioner, Medication, ...) can be
 * read with a patient's scope, never written; of the files (Binary) those whose security context is the patient.
 */
@Component
@Order(3)
public class RecordCheck extends AuthorizationInterceptor implements FhirInterceptor {

    /** The operations that answer with a patient's whole chart; each record of the answer is checked. */
    static final Set<String> WHOLE_CHART = Set.of("$everything", "$summary");

    private static final String PATIENT = "Patient";
    private static final String BINARY = "Binary";
    private static final Set<Permission> READING = EnumSet.of(Permission.READ, Permission.SEARCH);

    private static final List<String> DIRECTORY = List.of(
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "HealthcareService",
            "Medication",
            "Substance");

    RecordCheck() {
        super(PolicyEnum.DENY);
    }

    @Override
    public List<IAuthRule> buildRuleList(RequestDetails request) {
        var rules = new RuleBuilder();
        rules.allow().metadata();
        Grant.of(request).ifPresent(grant -> {
            rules.allow().transaction().withAnyOperation().andApplyNormalRules();
            WHOLE_CHART.forEach(name -> rules.allow()
                    .operation()
                    .named(name)
                    .onInstancesOfType(Patient.class)
                    .andRequireExplicitResponseAuthorization());
            grant.scopes().resourceScopes().forEach(scope -> allow(rules, scope, grant.patient()));
        });
        return rules.denyAll("no scope reaches this record").build();
    }

    /** HAPI's refusals of records get the challenge RFC 6750 asks for. */
    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public boolean challenge(
            BaseServerResponseException refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal instanceof ForbiddenOperationException
                && refusal.getResponseHeaders().get(Refusal.HEADER) == null) {
            refusal.addResponseHeader(Refusal.HEADER, Refusal.insufficientScope());
        }
        return true;
    }

    private static void allow(RuleBuilder rules, SmartScope scope, Optional<String> patient) {
        if (scope.permissions().stream().anyMatch(READING::contains)) {
            reach(rules.allow().read(), scope, patient);
            if (scope.context() == SmartScope.Context.PATIENT) {
                patient.filter(id -> scope.concerns(BINARY))
                        .ifPresent(id -> rules.allow()
                                .read()
                                .resourcesOfType(BINARY)
                                .withAnyId()
                                .withTester(new OwnFiles(PATIENT + "/" + id)));
                DIRECTORY.stream()
                        .filter(scope::concerns)
                        .forEach(type ->
                                rules.allow().read().resourcesOfType(type).withAnyId());
            }
        }
        if (scope.permissions().contains(Permission.CREATE)) {
            reach(rules.allow().create(), scope, patient);
        }
        if (scope.permissions().contains(Permission.UPDATE)) {
            rules.allow().patch().allRequests();
            reach(rules.allow().write(), scope, patient);
        }
        if (scope.permissions().contains(Permission.DELETE)) {
            reach(rules.allow().delete(), scope, patient);
        }
    }

    private static void reach(IAuthRuleBuilderRuleOp act, SmartScope scope, Optional<String> patient) {
        var records = scope.isForAnyType() ? act.allResources() : act.resourcesOfType(scope.type());
        if (scope.context() == SmartScope.Context.PATIENT) {
            patient.ifPresent(id -> records.inCompartment(PATIENT, new IdType(PATIENT, id)));
        } else {
            records.withAnyId();
        }
    }
}
