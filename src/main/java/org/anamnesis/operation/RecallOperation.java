package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.recall.Recalls;
import org.anamnesis.smart.Scopes;
import org.anamnesis.store.DraftOrigins.Found;
import org.anamnesis.store.DraftOrigins.Wanted;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** {@code $recall}: every output of one EHR that came from a model, from instructions or from a resource, and their marks. */
@ApplicationScoped
public class RecallOperation {

    private static final Scopes READ = Scopes.parse("system/DocumentReference.rs");
    private static final Scopes MARK = Scopes.parse("system/DocumentReference.rus");
    private static final List<String> PARAMETERS = List.of("model", "prompt", "source", "mark", "reason", "most");
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final int MOST = 1_000;
    private static final int LONGEST = 200;
    private static final String HISTORY = "/_history/";

    private final @Nullable Recalls recalls;

    /** For the container's proxies only. */
    protected RecallOperation() {
        this.recalls = null;
    }

    @Inject
    public RecallOperation(Recalls recalls) {
        this.recalls = recalls;
    }

    /** Finds, and with {@code mark} marks. */
    @Operation(name = "$recall")
    public Parameters recall(ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        Input input = Input.read(details, PARAMETERS);
        boolean marks = input.code("mark", BOOLEANS, "false").equals("true");
        call.requireSystem(details, marks ? MARK : READ);
        Wanted wanted = wanted(call, input);
        int most = input.integer("most", 1, MOST).orElse(MOST);
        Recalls all = Objects.requireNonNull(recalls);
        return answer(
                marks
                        ? all.mark(wanted, input.requiredText("reason", LONGEST), call.actor(), most)
                        : all.find(wanted, call.actor(), most));
    }

    private static Wanted wanted(FacadeCall call, Input input) {
        Optional<String> model = input.text("model", LONGEST);
        Optional<String> prompt = input.text("prompt", LONGEST);
        Optional<String> source = input.text("source", LONGEST);
        if (model.isEmpty() && prompt.isEmpty() && source.isEmpty()) {
            throw new Refusal(
                    Problem.parameter("missing-parameter", "source", "One of model, prompt and source is required."));
        }
        source.filter(text -> !text.matches("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9.-]{1,64}(/_history/[A-Za-z0-9.-]{1,64})?"))
                .ifPresent(ignored -> {
                    throw new Refusal(Problem.parameter(
                            "wrong-parameter",
                            "source",
                            "The parameter source must be Type/id or Type/id/_history/version."));
                });
        return new Wanted(
                call.ehr().value(),
                model,
                prompt,
                source.map(text -> text.split(HISTORY, 2)[0]),
                source.filter(text -> text.contains(HISTORY)).map(text -> text.split(HISTORY, 2)[1]));
    }

    static Parameters answer(Recalls.Recalled recalled) {
        Parameters answer = new Parameters();
        answer.addParameter("count", new IntegerType(recalled.outputs().size()));
        answer.addParameter("complete", new BooleanType(recalled.isWhole()));
        if (recalled.notSearched() > 0) {
            answer.addParameter("not-searched", new IntegerType(Math.toIntExact(recalled.notSearched())));
        }
        for (Found found : recalled.outputs()) {
            ParametersParameterComponent output = answer.addParameter().setName("output");
            output.addPart().setName("draft").setValue(new Reference("DocumentReference/" + found.draft()));
            output.addPart().setName("patient").setValue(new Reference("Patient/" + found.patient()));
            output.addPart()
                    .setName("state")
                    .setValue(
                            new CodeType(found.state().toLowerCase(Locale.ROOT).replace('_', '-')));
            output.addPart().setName("composed").setValue(instant(found.composedAt()));
            output.addPart().setName("composed-by").setValue(new CodeType(found.writtenBy()));
            found.location()
                    .ifPresent(location -> output.addPart().setName("location").setValue(new UriType(location)));
            found.model().ifPresent(model -> output.addPart().setName("model").setValue(new StringType(model)));
            found.prompt()
                    .ifPresent(prompt -> output.addPart().setName("prompt").setValue(new StringType(prompt)));
            found.use()
                    .ifPresent(use -> output.addPart()
                            .setName("use")
                            .setValue(new CodeType(use.name().toLowerCase(Locale.ROOT))));
            found.marks().forEach(mark -> {
                ParametersParameterComponent part = output.addPart().setName("mark");
                part.addPart().setName("at").setValue(instant(mark.at()));
                part.addPart().setName("by").setValue(new StringType(mark.by()));
                part.addPart().setName("reason").setValue(new StringType(mark.reason()));
            });
        }
        return answer;
    }

    private static InstantType instant(Instant at) {
        return new InstantType(Date.from(at));
    }
}
