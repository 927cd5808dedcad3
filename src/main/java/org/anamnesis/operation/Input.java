package org.anamnesis.operation;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.frame.Span;
import org.anamnesis.given.Format;
import org.anamnesis.given.StrictParsing;
import org.anamnesis.given.UnknownElement;
import org.anamnesis.guard.DecimalGuard;
import org.anamnesis.guard.EntrySlices;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.Parsing;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.reading.Times;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;

/** The parameters of an operation's call: those it knows, each once, each of its kind. */
final class Input {

    /** The one parameter that is a resource. */
    static final String CONTEXT = "context";

    private final Map<String, Type> values = new HashMap<>();
    private Optional<Context> context = Optional.empty();

    private Input() {}

    /** The entries of a chart that was sent, cut apart and not read yet. */
    record Context(List<byte[]> entries, Format format) {}

    /**
     * Reads the body; an empty one has no parameters, and a Bundle is the one parameter that is a resource, sent by itself. A
     * parameter that is unknown or repeated is refused, and one in the address too: whoever asks there for rules must not get
     * a model.
     */
    static Input read(ServletRequestDetails details, List<String> known) {
        refuseThoseOfTheAddress(details);
        byte[] body = details.loadRequestContents();
        Input input = new Input();
        if (body == null || body.length == 0) {
            return input;
        }
        boolean xml = Optional.ofNullable(details.getHeader("Content-Type"))
                .filter(type -> type.contains("xml"))
                .isPresent();
        Format format = xml ? Format.XML : Format.JSON;
        try {
            EntrySlices slices = format.cut(body);
            switch (parse(details, slices, format)) {
                case Bundle ignored -> {
                    if (!known.contains(CONTEXT)) {
                        throw notParameters();
                    }
                    input.context = Optional.of(new Context(slices.entries(), format));
                }
                case Parameters parameters ->
                    parameters.getParameter().forEach(one -> input.take(one, known, slices, format));
                default -> throw notParameters();
            }
        } catch (RefusedInput refused) {
            throw refused(refused);
        }
        return input;
    }

    private void take(ParametersParameterComponent parameter, List<String> known, EntrySlices slices, Format format) {
        String name = Optional.ofNullable(parameter.getName()).orElse("");
        if (!known.contains(name)) {
            throw new Refusal(Problem.parameter(
                    "unknown-parameter", safe(name), "The parameter " + safe(name) + " is not known."));
        }
        if (values.containsKey(name) || (name.equals(CONTEXT) && context.isPresent())) {
            throw new Refusal(Problem.parameter(
                    "repeated-parameter", name, "The parameter " + name + " may be given once only."));
        }
        boolean isContext = name.equals(CONTEXT);
        if (isContext && parameter.getResource() instanceof Bundle) {
            context = Optional.of(new Context(slices.entries(), format));
        } else if (!isContext && parameter.getValue() != null) {
            values.put(name, parameter.getValue());
        } else {
            throw wrong(name, isContext ? "a Bundle" : "a value");
        }
    }

    private static void refuseThoseOfTheAddress(ServletRequestDetails details) {
        Optional.ofNullable(details.getParameters()).stream()
                .flatMap(given -> given.keySet().stream())
                .filter(name -> !name.startsWith("_"))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(Problem.parameter(
                            "unknown-parameter",
                            safe(name),
                            "Parameters are read from the body, not from the address."));
                });
    }

    /** The chart that was sent, where one was. */
    Optional<Context> context() {
        return context;
    }

    /** One of several codes, or the default where it is not given. */
    String code(String name, Set<String> codes, String otherwise) {
        String value = plain(name).orElse(otherwise);
        if (!codes.contains(value)) {
            throw wrong(
                    name, "one of " + String.join(", ", codes.stream().sorted().toList()));
        }
        return value;
    }

    /** A value that must be given and be of a form. */
    String required(String name, String form, String expected) {
        String value = plain(name)
                .orElseThrow(() -> new Refusal(Problem.parameter(
                        "missing-parameter", name, "The parameter " + name + " is required: " + expected + ".")));
        if (!value.matches(form)) {
            throw wrong(name, expected);
        }
        return value;
    }

    /** Some words of a person. */
    Optional<String> text(String name, int mostCharacters) {
        Optional<String> text = plain(name).map(String::strip);
        if (text.filter(words -> words.isEmpty() || words.length() > mostCharacters)
                .isPresent()) {
            throw wrong(name, "1 to " + mostCharacters + " characters");
        }
        return text;
    }

    /** Words that must be given. */
    String requiredText(String name, int mostCharacters) {
        return text(name, mostCharacters)
                .orElseThrow(() -> new Refusal(
                        Problem.parameter("missing-parameter", name, "The parameter " + name + " is required.")));
    }

    /** A whole number within bounds. */
    Optional<Integer> integer(String name, int least, int most) {
        Optional<String> written = plain(name);
        Optional<Integer> number =
                written.filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
        if (written.isPresent()
                && number.filter(value -> value >= least && value <= most).isEmpty()) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** A day or a time. */
    Optional<ClinicalTime> time(String name) {
        Optional<ClinicalTime> time =
                value(name).filter(DateTimeType.class::isInstance).flatMap(Times::start);
        if (values.containsKey(name) && time.isEmpty()) {
            throw wrong(name, "a dateTime");
        }
        return time;
    }

    /** A time from and until when. */
    Optional<Span> period(String name) {
        Optional<Type> given = value(name);
        Optional<ClinicalTime> start = given.filter(Period.class::isInstance).flatMap(Times::start);
        Optional<ClinicalTime> end = given.filter(Period.class::isInstance).flatMap(Times::end);
        boolean isBackwards = start.isPresent()
                && end.filter(last -> last.isWhollyBefore(start.get())).isPresent();
        if (given.isPresent() && (isBackwards || (start.isEmpty() && end.isEmpty()))) {
            throw wrong(name, "a Period with a start, an end, or both, the end not before the start");
        }
        return given.map(ignored -> new Span(start, end, true));
    }

    private Optional<Type> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Optional<String> plain(String name) {
        return value(name).map(value -> {
            if (value instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
                return primitive.getValueAsString();
            }
            throw wrong(name, "a plain value");
        });
    }

    private static IBaseResource parse(ServletRequestDetails details, EntrySlices slices, Format format)
            throws RefusedInput {
        try {
            IBaseResource parsed =
                    Parsing.resource(StrictParsing.parser(details.getFhirContext(), format), slices.frame());
            DecimalGuard.check(details.getFhirContext(), parsed, Limits.CALLER);
            return parsed;
        } catch (DataFormatException broken) {
            throw UnknownElement.isBehind(broken) ? new Refusal(Problem.unknownElement()) : notParameters();
        }
    }

    private static Refusal notParameters() {
        return new Refusal(new Problem(
                400, IssueType.STRUCTURE, "not-parameters", "The body must be a FHIR R4 Parameters resource."));
    }

    static Refusal refused(RefusedInput refused) {
        return new Refusal(new Problem(
                400, IssueType.STRUCTURE, refused.reason().code(), "The body holds something that is refused."));
    }

    private static Refusal wrong(String name, String expected) {
        return new Refusal(
                Problem.parameter("wrong-parameter", name, "The parameter " + name + " must be " + expected + "."));
    }

    /** A name as it may be repeated to the caller: what was sent could be anything. */
    private static String safe(String name) {
        return name.matches("[A-Za-z0-9_-]{1,64}") ? name : "(unnamed)";
    }
}
