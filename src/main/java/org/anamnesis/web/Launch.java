package org.anamnesis.web;

import java.time.Instant;
import java.util.Optional;
import org.anamnesis.audit.Actor;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.smart.OpenedChart;
import org.anamnesis.smart.Scopes;
import org.anamnesis.smart.Secrets;
import org.anamnesis.store.Signer;

/**
 * One chart open in one frame of one browser. Its id stands in the path of the page and of every request; its patient,
 * user and EHR never change.
 *
 * @param id 128 random bits
 * @param token what the page must send along with every change it asks for
 * @param openedAt when it was opened
 * @param chart whose chart, and who has it open
 */
public record Launch(String id, String token, Instant openedAt, OpenedChart chart) {

    private static final int ID_BITS = 128;
    private static final int TOKEN_BITS = 256;

    /** A new launch of a chart. */
    public static Launch of(OpenedChart chart, Instant now) {
        return new Launch(Secrets.fresh(ID_BITS), Secrets.fresh(TOKEN_BITS), now, chart);
    }

    /** The EHR. */
    public Ehr ehr() {
        return chart.ehr();
    }

    /** The patient's logical id at the EHR. */
    public String patientId() {
        return chart.patientId();
    }

    /** The user as {@code Practitioner/id} or {@code PractitionerRole/id}; absent for users who cannot sign. */
    public Optional<String> practitioner() {
        return chart.user().practitioner();
    }

    /** The user who may sign, as a person where the EHR said whose role it is; absent for users who cannot sign. */
    Optional<Signer> signer() {
        return practitioner()
                .map(reference -> chart.user()
                        .person()
                        .map(person -> new Signer(reference, Optional.of(person)))
                        .orElseGet(() -> Signer.of(reference)));
    }

    /**
     * The user's access token for the EHR, renewed where it was due.
     *
     * @throws org.anamnesis.smart.AuthorizationFailed if there is none any more
     */
    public String bearer() {
        return chart.access().bearer().value();
    }

    /** Whether the user's token covers reading a resource type. */
    public boolean mayRead(String type) {
        return chart.access().scopes().mayRead(type);
    }

    /** The user's own access to the EHR; a token that the EHR takes no more is renewed once in the middle of a reading. */
    EhrAccess access() {
        return new EhrAccess(ehr().fhirBase(), this::bearer, this::mayRead, Optional.of(chart.access()::refused));
    }

    /** What the user's token was granted for. */
    public Scopes scopes() {
        return chart.access().scopes();
    }

    /** Client and user for the audit, without names. */
    public String actor() {
        return Actor.of(
                ehr().app().map(app -> app.clientId()).orElse(""),
                chart.user().subject(),
                chart.user().practitioner());
    }

    /** Without its secrets and the patient. */
    @Override
    public String toString() {
        return "Launch at " + ehr().id();
    }
}
