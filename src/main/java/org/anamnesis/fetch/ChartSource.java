package org.anamnesis.fetch;

import org.anamnesis.given.GivenChart;

/** Where a chart is to come from. */
public sealed interface ChartSource {

    /** Read from the EHR. */
    record FromEhr(EhrAccess access) implements ChartSource {}

    /** Given by the caller; then the EHR is not asked. */
    record Given(GivenChart chart) implements ChartSource {}

    /** The base against which the references in its resources are to be read. */
    default String base() {
        return switch (this) {
            case FromEhr ehr -> ehr.access().fhirBase().toString();
            case Given given -> given.chart().base();
        };
    }

    /** What the audit says of it. */
    default String word() {
        return switch (this) {
            case FromEhr ignored -> "read from the EHR";
            case Given ignored -> "given by the caller";
        };
    }
}
