package org.anamnesis.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The moment that counts as "now" for a chart nobody asks about at a given time: when its last encounter ended. */
final class LastEncounter {

    private LastEncounter() {}

    /** The latest end; where no encounter ended, the latest start; without encounters, when a resource was last changed. */
    static Optional<ClinicalTime> end(Collection<Resource> resources) {
        return latest(encounters(resources)
                        .map(encounter -> encounter.getPeriod().getEndElement()))
                .or(() -> latest(encounters(resources)
                        .map(encounter -> encounter.getPeriod().getStartElement())))
                .or(() -> latest(resources.stream().map(Resource::getMeta).map(Meta::getLastUpdatedElement)));
    }

    private static Stream<Encounter> encounters(Collection<Resource> resources) {
        return resources.stream().filter(Encounter.class::isInstance).map(Encounter.class::cast);
    }

    private static Optional<ClinicalTime> latest(Stream<? extends BaseDateTimeType> times) {
        return times.map(BaseDateTimeType::getValueAsString)
                .flatMap(text -> parse(text).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<ClinicalTime> parse(@Nullable String text) {
        if (text == null || text.length() < "2024-01-01".length()) {
            return Optional.empty();
        }
        try {
            if (text.length() == "2024-01-01".length()) {
                return Optional.of(ClinicalTime.day(LocalDate.parse(text)));
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            return Optional.of(ClinicalTime.minute(time.toLocalDateTime(), time.getOffset()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
