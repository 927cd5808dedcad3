package org.anamnesis.sandbox.charts;

import org.hl7.fhir.r4.model.Bundle;

/**
 * Resources ready to be stored.
 *
 * @param source the file they come from, for messages
 * @param bundle a collection Bundle with ids and relative references
 */
public record ChartBundle(String source, Bundle bundle) {}
