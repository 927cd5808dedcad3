package org.anamnesis.sandbox.authorization;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.sandbox.server.ChartStore;
import org.anamnesis.sandbox.server.EhrAddress;
import org.anamnesis.sandbox.staff.Practitioner;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where launches are made: for the chart page, for scripts, and for an authorization that still needs a patient. */
@RestController
public class LaunchDesk {

    /** The page where the patient of a standalone launch is chosen. */
    public static final String CHOOSE_PATIENT = "/sandbox/choose-patient";

    private final EhrAddress address;
    private final ChartStore charts;
    private final Launches launches;

    LaunchDesk(EhrAddress address, ChartStore charts, Launches launches) {
        this.address = address;
        this.charts = charts;
        this.launches = launches;
    }

    /** A launch of a patient's chart by who is signed in, with the patient's latest encounter. */
    public Launch open(String patient, Practitioner practitioner) {
        var encounter = charts.latestEncounter(patient).map(LaunchDesk::logicalId);
        return launches.open(patient, encounter, practitioner.id());
    }

    /** Where the product is opened on a launch. */
    public URI product(Launch launch) {
        return URI.create(address.productBase() + "/app/launch?iss="
                + URLEncoder.encode(address.fhirBase(), StandardCharsets.UTF_8) + "&launch=" + launch.id());
    }

    /** A launch for a script: {@code patient}, and {@code encounter} where another than the latest is meant. */
    @PostMapping("/sandbox/launches")
    ResponseEntity<Map<String, Object>> open(
            @RequestParam String patient,
            @RequestParam(required = false) @Nullable String encounter,
            Authentication user) {
        var practitioner = SignIn.practitioner(user);
        if (practitioner.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("code", "sign-in-first"));
        }
        if (charts.patient(patient).isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("code", "unknown-patient"));
        }
        var launch = encounter == null
                ? open(patient, practitioner.get())
                : launches.open(
                        patient, Optional.of(encounter), practitioner.get().id());
        return ResponseEntity.ok(Map.of(
                "launch",
                launch.id(),
                "iss",
                address.fhirBase(),
                "url",
                product(launch).toString()));
    }

    /** The patient of a standalone launch is chosen: the authorization request goes on with a launch of that patient. */
    @PostMapping(CHOOSE_PATIENT)
    ResponseEntity<Void> choosePatient(
            @RequestParam String patient, @RequestParam String request, Authentication user) {
        var launch = open(patient, SignIn.practitioner(user).orElseThrow());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/oauth2/authorize?" + request + "&launch=" + launch.id()))
                .build();
    }

    private static String logicalId(Encounter encounter) {
        return encounter.getIdElement().getIdPart();
    }
}
