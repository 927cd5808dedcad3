package org.anamnesis.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import org.anamnesis.fhirpath.PathOutcome;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;

/** The values of an expression as FHIR's JSON writes them. */
final class PathValues {

    /** Numbers are equal by value, however they are written. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private PathValues() {}

    /** The values, or null where there are none because the expression is malformed or failed. */
    static JsonNode of(PathOutcome outcome, FhirContext fhir) {
        if (!(outcome instanceof PathOutcome.Values values)) {
            return NullNode.getInstance();
        }
        ArrayNode array = Json.array();
        values.values().forEach(value -> array.add(json(value, fhir)));
        return array;
    }

    static boolean areSame(JsonNode left, JsonNode right) {
        return left.equals(BY_VALUE, right);
    }

    private static JsonNode json(Base value, FhirContext fhir) {
        return switch (value) {
            case BooleanType bool -> BooleanNode.valueOf(bool.booleanValue());
            case IntegerType integer -> IntNode.valueOf(integer.getValue());
            case DecimalType decimal -> DecimalNode.valueOf(decimal.getValue());
            default ->
                value.isPrimitive()
                        ? TextNode.valueOf(value.primitiveValue())
                        : Json.read(fhir.newJsonParser().encodeToString(value)).orElseThrow();
        };
    }
}
