package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.store.DraftVersions;
import org.anamnesis.store.DraftVersions.Version;
import org.anamnesis.store.Signer;

/**
 * What was drafted and signed of the launched patient, to be compared: the user's own drafts, and what anybody signed where the
 * user's token reads the documents of the EHR. Another user's unsigned draft may tell what this user may not read.
 */
@Path("{launchId}/api/versions")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class VersionsResource {

    private static final int MOST = 40;

    @Inject
    private CurrentLaunch current;

    @Inject
    private DraftVersions versions;

    @Inject
    private Names names;

    @Inject
    private AuditTrail audit;

    /** The newest of them, without their texts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public VersionView.Listed listed() {
        Launch launch = current.launch();
        record(launch, "list of drafts and signed documents");
        Names.At known = names.at(launch.ehr().id().value());
        return new VersionView.Listed(
                versions.of(launch.ehr().id().value(), launch.patientId(), user(launch), MOST).stream()
                        .filter(version -> isFor(launch, version))
                        .map(version -> VersionView.of(version, isOwn(launch, version), launch.signer(), known))
                        .toList());
    }

    /** The texts of one of them. */
    @GET
    @Path("{draftId}")
    @Produces(MediaType.APPLICATION_JSON)
    public VersionView.Texts texts(@PathParam("draftId") String draftId) {
        Launch launch = current.launch();
        Version version = versions.find(launch.ehr().id().value(), launch.patientId(), DraftResource.id(draftId))
                .filter(found -> isFor(launch, found))
                .orElseThrow(DraftResource::unknownDraft);
        record(launch, "draft " + version.draft().id() + ", its texts");
        return VersionView.Texts.of(version.draft());
    }

    private void record(Launch launch, String what) {
        audit.record(new AuditEvent(
                AuditEvent.Kind.DRAFT_READ,
                launch.ehr().id().value(),
                Optional.of(launch.patientId()),
                launch.actor(),
                what));
    }

    private static boolean isFor(Launch launch, Version version) {
        return isFor(version, user(launch), launch.signer(), launch.mayRead("DocumentReference"));
    }

    /** Whether a user may see a version: it is the user's own, or it was signed and the user reads the EHR's documents. */
    static boolean isFor(Version version, String user, Optional<Signer> person, boolean readsDocuments) {
        boolean isOwn =
                version.shownTo().filter(user::equals).isPresent() || VersionView.isSignedBy(version.draft(), person);
        return isOwn || (version.draft().signature().isPresent() && readsDocuments);
    }

    private static boolean isOwn(Launch launch, Version version) {
        return version.shownTo().filter(user(launch)::equals).isPresent();
    }

    private static String user(Launch launch) {
        return launch.chart().user().subject();
    }
}
