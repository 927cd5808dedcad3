package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.guard.EntrySlices;
import java.util.Optional;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/** The answers in a batch-response, one for each request of the batch; a broken resource costs itself and no more. */
final class BatchAnswers {

    private static final byte[] NOTHING = "{\"resourceType\":\"Basic\"}".getBytes(StandardCharsets.US_ASCII);

    private final LenientBundle lenient;

    BatchAnswers(FhirContext fhir, Limits limits) {
        this.lenient = new LenientBundle(fhir, limits);
    }

    /** Of a response that was read as a whole; empty where it is no batch-response. */
    static Optional<List<Answer>> of(Answer answer) {
        return answer instanceof Answer.Arrived arrived
                        && arrived.resource() instanceof Bundle bundle
                        && bundle.getType() == BundleType.BATCHRESPONSE
                ? Optional.of(bundle.getEntry().stream().map(BatchAnswers::answer).toList())
                : Optional.empty();
    }

    /** Of a response that cannot be read as a whole; empty where it is no batch-response. */
    Optional<List<Answer>> read(byte[] body) {
        try {
            EntrySlices slices = EntrySlices.of(body);
            if (lenient.parse(slices.frame()).getType() != BundleType.BATCHRESPONSE) {
                return Optional.empty();
            }
            List<Answer> answers = new ArrayList<>();
            for (byte[] entry : slices.entries()) {
                answers.add(entry(entry));
            }
            return Optional.of(answers);
        } catch (IOException | DataFormatException notABundle) {
            return Optional.empty();
        }
    }

    private Answer entry(byte[] entry) throws IOException {
        try {
            return answer(lenient.entry(entry));
        } catch (RefusedInput | DataFormatException broken) {
            MemberCut cut = MemberCut.of(entry, "resource", NOTHING);
            Answer status = answer(lenient.entry(cut.rest()));
            return status instanceof Answer.Arrived ? lenient.read(cut.value()) : status;
        }
    }

    /** An entry's status line starts with the HTTP status. */
    private static Answer answer(BundleEntryComponent entry) {
        String status = entry.getResponse().getStatus();
        if (status == null || !status.matches("[1-5][0-9]{2}\\b.*")) {
            return new Answer.Broken("unreadable-answer");
        }
        if (status.startsWith("2")) {
            return entry.getResource() == null
                    ? new Answer.Broken("unreadable-answer")
                    : new Answer.Arrived(entry.getResource(), 0);
        }
        return Requests.status(Integer.parseInt(status.substring(0, 3)));
    }
}
