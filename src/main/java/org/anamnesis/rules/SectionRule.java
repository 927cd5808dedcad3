package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.grounding.Statement;

/** Writes the statements of one section. */
interface SectionRule {

    Stream<Statement> statements(Chart chart);
}
