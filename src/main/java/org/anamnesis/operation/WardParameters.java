package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.anamnesis.chart.Coverage;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Refusal;
import org.anamnesis.score.Scored;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.ward.WardEntry;
import org.anamnesis.ward.WardList;
import org.anamnesis.ward.WardOutcome;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** A ward in order as the out parameters of {@code $triage}; their names are the published contract. */
final class WardParameters {

    private static final int POLLED_EVERY_SECONDS = 60;

    private WardParameters() {}

    static Parameters of(WardList list) {
        Parameters parameters = new Parameters();
        parameters.addParameter("version", new StringType(list.version()));
        parameters.addParameter("unchanged", new BooleanType(false));
        parameters.addParameter("asOf", FhirTime.of(list.asOf()));
        Reference ward = new Reference(list.roster().place().reference());
        list.roster().name().ifPresent(ward::setDisplay);
        parameters.addParameter("ward", ward);
        parameters.addParameter("complete", new BooleanType(list.isComplete()));
        list.roster()
                .incomplete()
                .ifPresent(reason -> parameters.addParameter("rosterIncomplete", new CodeType(reason)));
        parameters.addParameter("others", new IntegerType(list.roster().others()));
        refresh(parameters.addParameter(), list.subscriptions());
        list.entries().forEach(entry -> entry(parameters.addParameter(), entry));
        list.notRead().forEach(not -> notRead(parameters.addParameter(), not));
        return parameters;
    }

    static Parameters of(WardOutcome.Unchanged unchanged) {
        Parameters parameters = new Parameters();
        parameters.addParameter("version", new StringType(unchanged.version()));
        parameters.addParameter("unchanged", new BooleanType(true));
        parameters.addParameter("asOf", FhirTime.of(unchanged.asOf()));
        parameters.addParameter("oldestReading", instant(unchanged.oldestReading()));
        return parameters;
    }

    /** A decision by itself, as {@code $override-acuity} answers. */
    static Parameters of(AcuityOverride decision) {
        Parameters parameters = new Parameters();
        decision(parameters.addParameter(), decision, Optional.empty());
        return parameters;
    }

    private static void refresh(ParametersParameterComponent out, boolean subscriptions) {
        out.setName("refresh");
        part(out, "way").setValue(new CodeType("polling"));
        part(out, "seconds").setValue(new IntegerType(POLLED_EVERY_SECONDS));
        part(out, "subscriptionOffered").setValue(new BooleanType(subscriptions));
    }

    private static void entry(ParametersParameterComponent out, WardEntry entry) {
        out.setName("patient");
        Reference subject = new Reference(entry.place().patient().patient().reference());
        entry.who().name().ifPresent(subject::setDisplay);
        part(out, "subject").setValue(subject);
        part(out, "tier").setValue(new CodeType(WardEntry.code(entry.place().tier())));
        part(out, "computedTier")
                .setValue(new CodeType(WardEntry.code(entry.place().computed())));
        entry.place().reasons().forEach(reason -> part(out, "reason").setValue(new StringType(reason)));
        score(part(out, "score"), entry.place().patient().warning());
        entry.place()
                .patient()
                .level()
                .ifPresent(level -> part(out, "level").setValue(new IntegerType(level.number())));
        entry.place()
                .patient()
                .change()
                .ifPresent(change -> part(out, "change").setValue(new StringType(change.sentence())));
        entry.inputs().forEach(input -> input(part(out, "input"), input));
        entry.missing().stream()
                .map(Missing::sentence)
                .forEach(missing -> part(out, "missing").setValue(new StringType(missing)));
        entry.refused().stream()
                .map(Refusal::sentence)
                .forEach(refused -> part(out, "refused").setValue(new StringType(refused)));
        entry.unread().forEach(unread -> unread(part(out, "unread"), unread));
        entry.decision()
                .ifPresent(decision -> decision(part(out, "override"), decision, Optional.of(entry.outgrown())));
        part(out, "readAt").setValue(instant(entry.readAt()));
        entry.notRefreshed().ifPresent(reason -> part(out, "notRefreshed").setValue(new CodeType(reason)));
    }

    private static void score(ParametersParameterComponent out, Scored scored) {
        part(out, "name").setValue(new StringType(scored.definition().name()));
        part(out, "version").setValue(new StringType(scored.definition().version()));
        part(out, "text").setValue(new StringType(scored.sentence()));
        if (scored.outcome() instanceof Outcome.Computed computed) {
            part(out, "total").setValue(new StringType(computed.text()));
            part(out, "band").setValue(new StringType(computed.band().name()));
        }
    }

    private static void input(ParametersParameterComponent out, WardEntry.Input input) {
        input.id().ifPresent(id -> part(out, "id").setValue(new StringType(id.toString())));
        part(out, "text").setValue(new StringType(input.text()));
        input.time().ifPresent(time -> part(out, "when").setValue(FhirTime.of(time)));
        input.source().ifPresent(source -> part(out, "source").setValue(new Reference(source.reference())));
    }

    private static void unread(ParametersParameterComponent out, Coverage.Entry unread) {
        part(out, "type").setValue(new CodeType(unread.type()));
        part(out, "outcome").setValue(new CodeType(unread.outcome().code()));
    }

    private static void decision(
            ParametersParameterComponent out, AcuityOverride decision, Optional<Boolean> outgrown) {
        out.setName("override");
        part(out, "tier").setValue(new CodeType(decision.tier().orElse("none")));
        part(out, "computedTier").setValue(new CodeType(decision.computed()));
        part(out, "reason").setValue(new StringType(decision.reason()));
        part(out, "by").setValue(new Reference(decision.by()));
        part(out, "at").setValue(instant(decision.at()));
        part(out, "until").setValue(instant(decision.until()));
        outgrown.ifPresent(value -> part(out, "outgrown").setValue(new BooleanType(value)));
    }

    private static void notRead(ParametersParameterComponent out, WardList.NotRead not) {
        out.setName("notRead");
        part(out, "subject").setValue(new Reference("Patient/" + not.patient()));
        part(out, "outcome").setValue(new CodeType(not.why().code()));
        not.detail().ifPresent(detail -> part(out, "detail").setValue(new CodeType(detail)));
    }

    private static InstantType instant(Instant moment) {
        return new InstantType(Date.from(moment));
    }
}
