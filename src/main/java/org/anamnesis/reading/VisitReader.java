package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Visit;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IdType;

/** An Encounter as the frame of a question. One entered in error, or of no patient of this EHR, is none. */
public final class VisitReader {

    private VisitReader() {}

    /**
     * The visit.
     *
     * @param base the base that an absolute reference to its patient must have
     */
    public static Optional<Visit> read(Encounter encounter, String base) {
        IdType subject = new IdType(encounter.getSubject().getReference());
        boolean isHere = "Patient".equals(subject.getResourceType())
                && subject.hasIdPart()
                && (!subject.isAbsolute() || base.equals(subject.getBaseUrl()));
        if (!isHere || encounter.getStatus() == EncounterStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        return Sources.id(encounter)
                .map(id -> new Visit(
                        new ResourceId("Encounter", id),
                        subject.getIdPart(),
                        Times.start(encounter.getPeriod()),
                        Times.end(encounter.getPeriod()),
                        encounter.getStatus() == EncounterStatus.FINISHED));
    }
}
