package org.anamnesis.sandbox.personality;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.core.annotation.Order;

/** Refuses the documents that the personality refuses, drops what it drops, and says in the CapabilityStatement what it says. */
@Order(8)
@Interceptor
public class PersonalityRules implements FhirInterceptor {

    private final Personalities personalities;
    private final Function<Reference, Optional<Encounter>> encounters;

    PersonalityRules(Personalities personalities, Function<Reference, Optional<Encounter>> encounters) {
        this.personalities = personalities;
        this.encounters = encounters;
    }

    /** Before anything is kept. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void before(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.CREATE && request.getResource() instanceof DocumentReference document) {
            Personality personality = personalities.now();
            var seen = new DocumentRule.Seen(document, encounters);
            for (DocumentRule rule : personality.rules()) {
                rule.refusal(seen, personality).ifPresent(words -> {
                    throw refusal(personality.refusal(), words);
                });
            }
            personality.drops().forEach(dropped -> dropped.from(document));
        }
    }

    /** The server's statement is kept by the server, so a copy is changed. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void after(RequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof CapabilityStatement all) {
            Personality personality = personalities.now();
            CapabilityStatement said = all.copy();
            said.getSoftware().setName(personality.title());
            said.getRest().forEach(rest -> shorten(rest, personality));
            response.setResponseResource(said);
        }
    }

    private static void shorten(CapabilityStatementRestComponent rest, Personality personality) {
        if (!personality.transaction()) {
            rest.getInteraction()
                    .removeIf(interaction -> interaction.getCode() == SystemRestfulInteraction.TRANSACTION
                            || interaction.getCode() == SystemRestfulInteraction.BATCH);
        }
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            resource.setConditionalCreate(personality.conditionalCreate());
            if (personality.notCreated().contains(resource.getType())) {
                resource.getInteraction()
                        .removeIf(interaction -> interaction.getCode() == TypeRestfulInteraction.CREATE);
            }
        }
    }

    private static BaseServerResponseException refusal(Personality.Refusal how, String words) {
        var outcome = new OperationOutcome();
        var issue = outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(IssueType.INVALID);
        issue.getDetails().setText(words);
        how.code().ifPresent(code -> issue.getDetails().addCoding().setCode(code));
        var known = BaseServerResponseException.newInstance(how.status(), words);
        var refusal = known == null ? new UnclassifiedServerFailureException(how.status(), words) : known;
        refusal.setOperationOutcome(outcome);
        return refusal;
    }
}
