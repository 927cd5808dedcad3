package org.anamnesis.operation;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.anamnesis.filing.FilingStatus;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/** Where a draft stands, as the answer of {@code $filing-status}. */
final class FilingParameters {

    private FilingParameters() {}

    static Parameters of(StoredDraft draft, Optional<FilingRecord> record) {
        FilingStatus status = FilingStatus.of(draft, record);
        Parameters answer = new Parameters();
        answer.addParameter("state", new CodeType(status.state()));
        status.location().ifPresent(where -> answer.addParameter("location", new UriType(where)));
        status.version().ifPresent(which -> answer.addParameter("version", new IdType(which)));
        status.nextTry().ifPresent(at -> answer.addParameter("next-try", instant(at)));
        status.reasonCode().ifPresent(code -> answer.addParameter("detail", new CodeType(code)));
        status.reason().ifPresent(words -> answer.addParameter("reason", new StringType(words)));
        status.notKept().forEach(code -> answer.addParameter("not-kept", new CodeType(code)));
        status.caveat().ifPresent(words -> answer.addParameter("caveat", new StringType(words)));
        draft.signature().ifPresent(signature -> {
            answer.addParameter("signed-by", new StringType(signature.signer()));
            answer.addParameter("signed-at", instant(signature.at()));
        });
        return answer;
    }

    static InstantType instant(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }
}
