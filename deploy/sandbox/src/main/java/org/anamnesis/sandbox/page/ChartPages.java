package org.anamnesis.sandbox.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.sandbox.authorization.LaunchDesk;
import org.anamnesis.sandbox.authorization.SignIn;
import org.anamnesis.sandbox.fault.Faults;
import org.anamnesis.sandbox.server.ChartStore;
import org.anamnesis.sandbox.server.EhrAddress;
import org.anamnesis.sandbox.staff.Practitioner;
import org.anamnesis.sandbox.staff.Staff;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** The list of patients, a patient's page, and the product in a frame. */
@RestController
class ChartPages {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final TemplateEngine templates;
    private final EhrAddress address;
    private final ChartStore charts;
    private final LaunchDesk launches;
    private final Faults faults;

    ChartPages(TemplateEngine templates, EhrAddress address, ChartStore charts, LaunchDesk launches, Faults faults) {
        this.templates = templates;
        this.address = address;
        this.charts = charts;
        this.launches = launches;
        this.faults = faults;
    }

    @GetMapping(value = "/", produces = HTML)
    String patients(HttpServletRequest request) {
        return page("patients", request, Map.of("patients", rows(), "faults", faults.descriptions()));
    }

    @GetMapping(value = "/patients/{id}", produces = HTML)
    ResponseEntity<String> chart(@PathVariable String id, HttpServletRequest request) {
        return withPatient(id, patient -> {
            var documents = charts.documents(id).stream().map(DocumentRow::of).toList();
            return page("chart", request, Map.of("patient", patient, "documents", documents));
        });
    }

    /** Opening this page opens the chart for the product: every visit is a launch of its own. */
    @GetMapping(value = "/patients/{id}/anamnesis", produces = HTML)
    ResponseEntity<String> product(@PathVariable String id, HttpServletRequest request) {
        var practitioner = user();
        if (practitioner.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", SignIn.PATH)
                    .build();
        }
        return withPatient(id, patient -> {
            var frame = launches.product(launches.open(id, practitioner.get())).toString();
            return page("anamnesis", request, Map.of("patient", patient, "frame", frame));
        });
    }

    @GetMapping(value = SignIn.PATH, produces = HTML)
    String signIn(HttpServletRequest request) {
        return page("sign-in", request, Map.of());
    }

    @GetMapping(value = LaunchDesk.CHOOSE_PATIENT, produces = HTML)
    String choosePatient(HttpServletRequest request) {
        return page(
                "choose-patient",
                request,
                Map.of(
                        "patients",
                        rows(),
                        "request",
                        Optional.ofNullable(request.getQueryString()).orElse("")));
    }

    @GetMapping(value = "/ehr.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("ehr.css", ChartPages.class);
    }

    private List<PatientRow> rows() {
        var resources = charts.resourcesByPatient();
        return charts.patients().stream()
                .map(patient -> PatientRow.of(patient, resources))
                .toList();
    }

    private ResponseEntity<String> withPatient(String id, Function<PatientRow, String> page) {
        Optional<Patient> patient = charts.patient(id);
        return patient.map(found -> page.apply(PatientRow.of(found, charts.resourcesByPatient())))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String page(String template, HttpServletRequest request, Map<String, Object> values) {
        var context = new Context();
        context.setVariables(values);
        context.setVariable("staff", Staff.practitioners());
        context.setVariable("user", user().orElse(null));
        context.setVariable("product", address.productBase());
        context.setVariable("fhirBase", address.fhirBase());
        context.setVariable("csrf", csrf(request));
        return templates.process(template, context);
    }

    private static @Nullable CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    private static Optional<Practitioner> user() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return SignIn.practitioner(user);
    }
}
