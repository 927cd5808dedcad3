package org.anamnesis.operation;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.guard.DecimalGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;

/** The parameters of an operation's call: those it knows, each once, each a plain value. */
final class Input {

    private final Map<String, String> values;

    private Input(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the body; an empty one has no parameters. A parameter that is unknown, repeated or no value is refused, and one
     * in the address too: whoever asks there for rules must not get a model.
     */
    static Input read(ServletRequestDetails details, List<String> known) {
        refuseThoseOfTheAddress(details);
        byte[] body = details.loadRequestContents();
        Map<String, String> values = new HashMap<>();
        if (body == null || body.length == 0) {
            return new Input(values);
        }
        for (Parameters.ParametersParameterComponent parameter :
                parse(details, body).getParameter()) {
            String name = Optional.ofNullable(parameter.getName()).orElse("");
            if (!known.contains(name)) {
                throw new Refusal(Problem.parameter(
                        "unknown-parameter", safe(name), "The parameter " + safe(name) + " is not known."));
            }
            if (values.put(name, value(name, parameter.getValue())) != null) {
                throw new Refusal(Problem.parameter(
                        "repeated-parameter", name, "The parameter " + name + " may be given once only."));
            }
        }
        return new Input(values);
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

    /** One of several codes, or the default where it is not given. */
    String code(String name, Set<String> codes, String otherwise) {
        String value = values.getOrDefault(name, otherwise);
        if (!codes.contains(value)) {
            throw new Refusal(Problem.parameter(
                    "wrong-parameter",
                    name,
                    "The parameter " + name + " must be one of "
                            + String.join(", ", codes.stream().sorted().toList()) + "."));
        }
        return value;
    }

    /** A value that must be given and be of a form. */
    String required(String name, String form, String expected) {
        String value = values.get(name);
        if (value == null) {
            throw new Refusal(Problem.parameter(
                    "missing-parameter", name, "The parameter " + name + " is required: " + expected + "."));
        }
        if (!value.matches(form)) {
            throw new Refusal(
                    Problem.parameter("wrong-parameter", name, "The parameter " + name + " must be " + expected + "."));
        }
        return value;
    }

    private static String value(String name, Type value) {
        if (value instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
            return primitive.getValueAsString();
        }
        throw new Refusal(
                Problem.parameter("wrong-parameter", name, "The parameter " + name + " must be a plain value."));
    }

    private static Parameters parse(ServletRequestDetails details, byte[] body) {
        boolean xml = Optional.ofNullable(details.getHeader("Content-Type"))
                .filter(type -> type.contains("xml"))
                .isPresent();
        IParser parser = xml
                ? details.getFhirContext().newXmlParser()
                : details.getFhirContext().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            Parameters parameters = parser.parseResource(Parameters.class, new String(body, StandardCharsets.UTF_8));
            DecimalGuard.check(details.getFhirContext(), parameters, Limits.CALLER);
            return parameters;
        } catch (DataFormatException | ClassCastException | IllegalArgumentException e) {
            throw new Refusal(new Problem(
                    400, IssueType.STRUCTURE, "not-parameters", "The body must be a FHIR R4 Parameters resource."));
        } catch (RefusedInput refused) {
            throw new Refusal(new Problem(
                    400, IssueType.STRUCTURE, refused.reason().code(), "The body holds a number that is refused."));
        }
    }

    /** A name as it may be repeated to the caller: what was sent could be anything. */
    private static String safe(String name) {
        return name.matches("[A-Za-z0-9_-]{1,64}") ? name : "(unnamed)";
    }
}
