package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Source;
import org.anamnesis.context.PatientContext;
import org.anamnesis.course.Course;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.FactLine;
import org.anamnesis.focus.Choice;
import org.anamnesis.frame.Place;
import org.anamnesis.frame.Span;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** A patient's context as the out parameters of {@code $patient-context}; their names are the published contract. */
final class ContextParameters {

    private static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private ContextParameters() {}

    static Parameters of(PatientContext context) {
        Parameters parameters = new Parameters();
        Chart chart = context.framed().chart();
        parameters.addParameter(
                "digest", new StringType(String.join("\n", context.digest().lines())));
        parameters.addParameter("tokens", new IntegerType(context.digest().tokens()));
        parameters.addParameter("beyondBudget", new BooleanType(context.digest().beyondBudget()));
        parameters.addParameter("asOf", FhirTime.of(chart.asOf()));
        context.wanted().frame().span().ifPresent(span -> parameters.addParameter("period", period(span)));
        context.choice().ifPresent(choice -> choice(parameters, choice));
        context.digest().included().stream()
                .filter(id -> id.sentence().isEmpty())
                .flatMap(id -> chart.fact(id).stream())
                .forEach(fact -> fact(parameters.addParameter(), fact, context));
        context.digest().included().stream()
                .flatMap(id -> chart.passage(id).stream())
                .forEach(passage -> passage(parameters.addParameter(), passage, chart));
        context.courses().forEach(course -> course(parameters.addParameter(), course));
        context.conflicts()
                .forEach(conflict -> CitationParameters.conflict(parameters.addParameter(), conflict, chart));
        context.framed().leftOut().forEach((place, counts) -> leftOut(parameters, place, counts));
        context.digest().leftOut().forEach(left -> leftOut(parameters.addParameter(), left));
        CoverageParameters.add(parameters, chart.coverage());
        parameters.addParameter().setName("bundle").setResource(bundle(context));
        return parameters;
    }

    private static Period period(Span span) {
        Period period = new Period();
        span.start().map(FhirTime::of).ifPresent(period::setStartElement);
        span.end().map(FhirTime::of).ifPresent(period::setEndElement);
        return period;
    }

    private static void choice(Parameters parameters, Choice choice) {
        parameters.addParameter("noneFound", new BooleanType(choice instanceof Choice.NothingFound));
        choice.searched().forEach(words -> parameters.addParameter("searched", new StringType(words)));
        choice.values().forEach(value -> parameters.addParameter("value", new StringType(value)));
    }

    private static void fact(ParametersParameterComponent out, Fact fact, PatientContext context) {
        out.setName("fact");
        part(out, "id").setValue(new StringType(fact.id().toString()));
        part(out, "kind").setValue(new CodeType(fact.kind().word()));
        part(out, "text").setValue(new StringType(FactLine.words(fact)));
        fact.time().ifPresent(time -> part(out, "when").setValue(FhirTime.of(time)));
        part(out, "standing").setValue(new StringType(fact.standing().word()));
        context.framed()
                .staysAs(fact.id())
                .ifPresent(place -> part(out, "stays").setValue(new CodeType(place.code())));
        part(out, "source").setValue(reference(fact.source()));
        fact.alsoIn().forEach(source -> part(out, "alsoIn").setValue(reference(source)));
        part(out, "path").setValue(new StringType(fact.source().path()));
    }

    private static void passage(ParametersParameterComponent out, Passage passage, Chart chart) {
        out.setName("passage");
        part(out, "id").setValue(new StringType(passage.id().toString()));
        passage.section().ifPresent(section -> part(out, "section").setValue(new StringType(section)));
        part(out, "text").setValue(new StringType(passage.text()));
        chart.fact(passage.id().whole())
                .map(Fact::source)
                .ifPresent(source -> part(out, "source").setValue(reference(source)));
    }

    private static void leftOut(Parameters parameters, Place place, Map<FactKind, Integer> counts) {
        counts.forEach((kind, count) ->
                leftOut(parameters.addParameter(), new Digest.LeftOut(kind.word(), count, place.code())));
    }

    private static void leftOut(ParametersParameterComponent out, Digest.LeftOut left) {
        out.setName("leftOut");
        part(out, "kind").setValue(new CodeType(left.kind()));
        part(out, "count").setValue(new IntegerType(left.count()));
        part(out, "reason").setValue(new StringType(left.reason()));
    }

    private static Bundle bundle(PatientContext context) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        context.resources()
                .forEach(resource -> bundle.addEntry()
                        .setFullUrl(context.base() + "/" + resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart())
                        .setResource(withoutNarrative(resource)));
        return bundle;
    }

    /** Nobody checked the markup of a narrative, and no fact was made of it. */
    private static Resource withoutNarrative(Resource resource) {
        if (resource instanceof DomainResource domain && domain.hasText()) {
            DomainResource bare = domain.copy();
            bare.setText(null);
            bare.getMeta().addTag(new Coding(OBSERVATION_VALUE, "SUBSETTED", null));
            return bare;
        }
        return resource;
    }

    private static Reference reference(Source source) {
        return new Reference(source.versionedReference());
    }

    private static void course(ParametersParameterComponent out, Course course) {
        out.setName("course");
        part(out, "drug").setValue(new StringType(course.name()));
        part(out, "standing").setValue(new StringType(course.standing().word()));
        course.instructions().forEach(words -> part(out, "instruction").setValue(new StringType(words)));
        course.first().ifPresent(time -> part(out, "first").setValue(FhirTime.of(time)));
        course.last().ifPresent(time -> part(out, "last").setValue(FhirTime.of(time)));
        course.changes().forEach(change -> {
            ParametersParameterComponent changed = part(out, "change");
            part(changed, "from").setValue(new StringType(change.from()));
            part(changed, "to").setValue(new StringType(change.to()));
            change.when().ifPresent(time -> part(changed, "when").setValue(FhirTime.of(time)));
        });
        course.facts()
                .forEach(fact ->
                        part(out, "fact").setValue(new StringType(fact.id().toString())));
    }
}
