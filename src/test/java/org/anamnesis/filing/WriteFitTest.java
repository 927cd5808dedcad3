package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.document.Renderer;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Registration;
import org.anamnesis.ehr.SigningAlgorithm;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A profile that an EHR cannot serve is known before anybody signs (CRN-09), against EHRs over real HTTP. */
class WriteFitTest {

    private static final List<TypeRestfulInteraction> READ =
            List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE);
    private static final List<TypeRestfulInteraction> CREATE =
            List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.CREATE);
    private static final EhrWriter WRITER = new EhrWriter(FhirContext.forR4(), new Renderer(List.of()));

    @AfterAll
    static void close() throws IOException {
        WRITER.close();
    }

    @Test
    void anEhrThatOnlyReadsTakesNoDocuments() throws IOException {
        try (PretendedEhr ehr = new PretendedEhr().saying("DocumentReference", READ)) {
            assertThat(of(ehr, "us-core")).containsExactly(Misfit.NO_DOCUMENTS);
            assertThat(of(ehr, "epic-like")).containsExactly(Misfit.NO_DOCUMENTS);
        }
        try (PretendedEhr ehr = new PretendedEhr().saying("Patient", READ)) {
            assertThat(of(ehr, "us-core")).as("not named at all").containsExactly(Misfit.NO_DOCUMENTS);
        }
    }

    @Test
    void whatTheProfileDoesNotWriteOrAskForIsNoMisfit() throws IOException {
        try (PretendedEhr ehr = new PretendedEhr().saying("DocumentReference", CREATE, "patient", "date")) {
            assertThat(of(ehr, "generic"))
                    .containsExactlyInAnyOrder(Misfit.NO_IDENTIFIER_SEARCH, Misfit.NO_DEVICE, Misfit.NO_PROVENANCE);
            assertThat(of(ehr, "epic-like")).isEmpty();
        }
    }

    @Test
    void whatIsNotSpokenOfIsNoMisfit() throws IOException {
        try (PretendedEhr silent = new PretendedEhr()) {
            assertThat(of(silent, "us-core")).isEmpty();
            assertThat(fit(silent, "us-core").known("ward"))
                    .as("not said to fit either")
                    .isEmpty();
        }
        try (PretendedEhr ehr = new PretendedEhr()
                .saying("DocumentReference", List.of(), "_id", "_lastUpdated")
                .saying("Device", CREATE)
                .saying("Provenance", List.of())) {
            assertThat(of(ehr, "us-core")).isEmpty();
        }
    }

    @Test
    void anEhrThatCannotBeReachedIsUnknownAndHoldsNobodyUp() throws IOException {
        PretendedEhr gone = new PretendedEhr();
        gone.close();
        WriteFit fit = fit(gone, "us-core");
        fit.tell();
        assertThat(fit.of("ward")).isEmpty();
        assertThat(fit.known("ward")).isEmpty();
        assertThat(fit.of("another")).isEmpty();
    }

    @Test
    void whatWasAskedAtTheStartIsKnownWithoutAskingAgain() throws IOException {
        try (PretendedEhr ehr = new PretendedEhr().saying("DocumentReference", READ)) {
            WriteFit fit = fit(ehr, "us-core");
            fit.tell();
            assertThat(fit.of("ward")).containsExactly(Misfit.NO_DOCUMENTS);
            assertThat(fit.known("ward")).hasValue(Set.of(Misfit.NO_DOCUMENTS));
            assertThat(ehr.requests()).containsExactly("GET metadata");
        }
    }

    private static Set<Misfit> of(PretendedEhr ehr, String profile) {
        return fit(ehr, profile).of("ward");
    }

    private static WriteFit fit(PretendedEhr ehr, String profile) {
        // A page waits for a second at most; the first answer that is ever parsed takes longer.
        WRITER.capabilities().of(ehr.base()).join();
        return new WriteFit(
                new EhrRegistry(URI.create("http://localhost:8080"), List.of(ward(ehr.base()))),
                new WriteProfiles(Map.of("ward", WriteProfileFile.named(profile))),
                WRITER);
    }

    static Ehr ward(URI base) {
        return new Ehr(
                new EhrId("ward"),
                "Ward",
                base,
                base,
                new Registration("anamnesis", SigningAlgorithm.RS384, Set.of()),
                Optional.empty(),
                new Ehr.Network(List.of(), Set.of(), true, Duration.ofSeconds(5)));
    }
}
