package org.anamnesis.evaluation;

import java.util.Comparator;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.corpus.PatientResources;
import org.anamnesis.fhirpath.BundlePaths;
import org.anamnesis.fhirpath.FhirPaths;
import org.anamnesis.focus.Focus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** A chart as the product reads it, and what is made of it when first asked for: its index for search, its Bundle. */
final class OpenChart {

    private final PatientResources source;
    private final Chart chart;
    private Optional<Focus> focus = Optional.empty();
    private Optional<BundlePaths> paths = Optional.empty();

    OpenChart(PatientResources source, Chart chart) {
        this.source = source;
        this.chart = chart;
    }

    Chart chart() {
        return chart;
    }

    PatientResources source() {
        return source;
    }

    Focus focus() {
        Focus made = focus.orElseGet(() -> new Focus(chart));
        focus = Optional.of(made);
        return made;
    }

    BundlePaths paths(FhirPaths engine) {
        BundlePaths made = paths.orElseGet(() -> engine.over(bundle()));
        paths = Optional.of(made);
        return made;
    }

    /** The chart's resources in the order of their ids, so that what depends on an order is the same every time. */
    Bundle bundle() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        source.resources().stream()
                .sorted(Comparator.comparing((Resource resource) -> resource.getIdPart())
                        .thenComparing(Resource::fhirType))
                .forEach(resource -> bundle.addEntry().setResource(resource));
        return bundle;
    }
}
