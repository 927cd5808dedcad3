package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Why an EHR refuses, in its own words: shown to the signer, sealed where it is kept, in no log. */
final class RefusalWords {

    private static final int LONGEST = 300;
    private static final int MOST_ISSUES = 3;

    private RefusalWords() {}

    /** The words of an OperationOutcome; empty where there is none or it says nothing. */
    static Optional<String> of(FhirContext fhir, byte[] answer) {
        if (answer.length == 0) {
            return Optional.empty();
        }
        try {
            IBaseResource resource = fhir.newJsonParser().parseResource(new String(answer, StandardCharsets.UTF_8));
            return resource instanceof OperationOutcome outcome ? words(outcome.getIssue()) : Optional.empty();
        } catch (DataFormatException notAResource) {
            return Optional.empty();
        }
    }

    private static Optional<String> words(List<OperationOutcomeIssueComponent> issues) {
        String all = issues.stream()
                .limit(MOST_ISSUES)
                .flatMap(RefusalWords::words)
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…");
    }

    private static Stream<String> words(OperationOutcomeIssueComponent issue) {
        return Stream.of(
                        Optional.ofNullable(issue.getDetails().getText()),
                        Optional.ofNullable(
                                issue.getDetails().getCodingFirstRep().getDisplay()),
                        Optional.ofNullable(issue.getDiagnostics()))
                .flatMap(Optional::stream)
                .limit(1);
    }
}
