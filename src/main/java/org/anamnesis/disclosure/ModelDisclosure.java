package org.anamnesis.disclosure;

import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.model.Cause;
import org.anamnesis.model.Disclosure;
import org.anamnesis.model.ModelAnswer;
import org.jspecify.annotations.Nullable;

/** The text of one request on its way to models, in the trail: before it goes to each, and what came of it. */
public final class ModelDisclosure implements Disclosure {

    private final AuditTrail audit;
    private final String ehr;
    private final String patient;
    private final String actor;
    private AuditTrail.@Nullable Begun begun;

    /** @param actor who asks: client and user */
    public ModelDisclosure(AuditTrail audit, String ehr, String patient, String actor) {
        this.audit = audit;
        this.ehr = ehr;
        this.patient = patient;
        this.actor = actor;
    }

    @Override
    public void record(String model, String host, String promptVersion) {
        begun = audit.begin(new AuditEvent(
                AuditEvent.Kind.MODEL_DISCLOSURE,
                ehr,
                Optional.of(patient),
                actor,
                "to " + model + " at " + host + ", prompt " + promptVersion));
    }

    @Override
    public void came(Optional<Cause> cause) {
        AuditTrail.Begun last = begun;
        begun = null;
        if (last != null) {
            audit.ended(
                    last,
                    cause.map(ModelDisclosure::outcome).orElse(Outcome.DONE),
                    last.event().detail() + ", " + cause.map(Cause::code).orElse("answered"));
        }
    }

    private static Outcome outcome(Cause cause) {
        return cause.reason() == ModelAnswer.Reason.REFUSED ? Outcome.REFUSED : Outcome.FAILED;
    }
}
