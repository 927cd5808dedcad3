package org.anamnesis.evaluation;

import ca.uhn.fhir.context.FhirContext;
import org.anamnesis.corpus.BundleCharts;
import org.anamnesis.corpus.DataFolder;
import org.anamnesis.corpus.PatientCharts;
import org.anamnesis.fhirpath.FhirPaths;

/**
 * The data of a run.
 *
 * @param data the folder
 * @param patients the charts in its NDJSON files
 * @param bundles the charts in its Bundles
 * @param fhir the FHIR model
 * @param paths FHIRPath over a chart
 */
record Corpus(DataFolder data, PatientCharts patients, BundleCharts bundles, FhirContext fhir, FhirPaths paths) {}
