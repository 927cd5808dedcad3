package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.filing.WriteFit;
import org.anamnesis.smart.Banner;
import org.anamnesis.smart.BannerReader;
import org.anamnesis.smart.Feature;
import org.jspecify.annotations.Nullable;

/** What the page needs first: whose chart this is, who looks at it, and the token for every change. */
@Path("{launchId}/api/context")
public class ContextResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private BannerReader banners;

    @Inject
    private AuditTrail audit;

    @Inject
    private Names names;

    @Inject
    private WriteFit fit;

    @Inject
    private Clock clock;

    /** The context of the launch, read from the EHR with the user's own token. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View context() {
        Launch launch = current.launch();
        audit.record(new AuditEvent(
                AuditEvent.Kind.CHART_READ,
                launch.ehr().id().value(),
                Optional.of(launch.patientId()),
                launch.actor(),
                "banner"));
        Banner banner = banners.patient(launch.chart());
        Optional<String> user = banners.user(launch.chart());
        names.heard(launch, user);
        return new View(
                launch.id(),
                launch.token(),
                PatientView.of(launch.patientId(), banner, LocalDate.now(clock)),
                new UserView(user.orElse(null), launch.practitioner().isPresent()),
                launch.ehr().id().value(),
                launch.chart().needPatientBanner(),
                launch.chart().context().intent().orElse(null),
                launch.chart().context().style().isPresent(),
                Feature.offIn(launch.chart()).stream().map(UnavailableView::of).toList(),
                fit.of(launch.ehr().id().value()).stream()
                        .map(misfit -> new MisfitView(misfit.code(), misfit.words()))
                        .toList());
    }

    /**
     * The answer; {@code unavailable} is what this sign-in cannot do, {@code misfits} what the EHR cannot take of what is to be
     * filed, whoever signs.
     */
    public record View(
            String launchId,
            String csrf,
            PatientView patient,
            UserView user,
            String ehr,
            boolean needPatientBanner,
            @Nullable String intent,
            boolean styled,
            List<UnavailableView> unavailable,
            List<MisfitView> misfits) {}

    /** A feature that is off: its code, why, and the scopes that lack, for whoever looks after the EHR. */
    public record UnavailableView(String feature, String why, List<String> scopes) {

        static UnavailableView of(Feature.Off off) {
            return new UnavailableView(off.feature().code(), off.why().code(), off.scopes());
        }
    }

    /** A misfit: its code, and the words behind "this EHR". */
    public record MisfitView(String code, String words) {}

    /** The patient; null is what the EHR does not say. */
    public record PatientView(
            String id,
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable Integer age,
            @Nullable String sex,
            @Nullable String mrn,
            boolean deceased,
            @Nullable String deceasedOn) {

        static PatientView of(String id, Banner banner, LocalDate today) {
            return new PatientView(
                    id,
                    banner.name().orElse(null),
                    banner.birthDate().orElse(null),
                    banner.born()
                            .filter(born -> !born.isAfter(today))
                            // Nobody grows older than on the day of death; where that is not known, no age is told.
                            .filter(born -> !banner.deceased())
                            .map(born -> Period.between(born, today).getYears())
                            .orElse(null),
                    banner.sex().orElse(null),
                    banner.mrn().orElse(null),
                    banner.deceased(),
                    banner.deceasedOn().orElse(null));
        }
    }

    /** The user. */
    public record UserView(@Nullable String name, boolean canSign) {}
}
