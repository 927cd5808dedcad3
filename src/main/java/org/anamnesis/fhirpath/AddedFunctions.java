package org.anamnesis.fhirpath;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * What the engine asks of its host: references, inside the Bundle alone, and the functions it lacks.
 *
 * <p>{@code toDateTime()} it does not have, and its {@code sort()} compares times as texts, which is wrong between
 * offsets. Both are handed over by {@link #instead}, before an expression is evaluated.
 */
final class AddedFunctions implements IHostApplicationServices {

    /**
     * What one evaluation is about; the engine carries it through.
     *
     * @param references the Bundle's resources
     * @param sortKeys the expressions behind the keys of {@code sort}, by the text that stands in their place
     */
    record Scope(BundleReferences references, Map<String, ExpressionNode> sortKeys) {}

    /** Turns calls of the engine's own functions that are done better here into calls of ours, everywhere in a tree. */
    static void instead(@Nullable ExpressionNode node, Map<String, ExpressionNode> sortKeys) {
        if (node == null) {
            return;
        }
        if (node.getKind() == Kind.Function) {
            node.getParameters().forEach(parameter -> instead(parameter, sortKeys));
            if (node.getFunction() == Function.Sort) {
                node.setFunction(Function.Custom);
                node.getParameters().replaceAll(key -> named(key, sortKeys));
            } else if (node.getFunction() == Function.ToDateTime) {
                node.setFunction(Function.Custom);
            }
        }
        instead(node.getGroup(), sortKeys);
        instead(node.getInner(), sortKeys);
        instead(node.getOpNext(), sortKeys);
    }

    /** A key is evaluated for each item apart, so its name goes to the function, not its value. */
    private static ExpressionNode named(ExpressionNode key, Map<String, ExpressionNode> sortKeys) {
        String name = "key-" + sortKeys.size();
        sortKeys.put(name, key);
        ExpressionNode constant = new ExpressionNode(-1);
        constant.setKind(Kind.Constant);
        constant.setConstant(new StringType(name));
        return constant;
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine, Object scope, List<Base> focus, String name, List<List<Base>> parameters) {
        Scope evaluation = (Scope) scope;
        return switch (name) {
            case "sort" -> {
                List<ExpressionNode> keys = parameters.stream()
                        .map(parameter -> parameter.getFirst().primitiveValue())
                        .map(key -> evaluation.sortKeys().get(key))
                        .toList();
                yield new Sorting(engine, evaluation, keys).sorted(focus);
            }
            case "toDateTime" -> toDateTime(focus);
            default -> throw new PathEngineException("unknown function");
        };
    }

    private static List<Base> toDateTime(List<Base> focus) {
        if (focus.size() > 1) {
            throw new PathEngineException("toDateTime of more than one value");
        }
        return focus.stream()
                .filter(Base::isPrimitive)
                .filter(value -> Times.moment(value.primitiveValue()).isPresent())
                .map(value -> (Base) new DateTimeType(value.primitiveValue()))
                .toList();
    }

    @Override
    public @Nullable Base resolveReference(
            FHIRPathEngine engine, Object scope, String url, Identifier identifier, Base from) {
        return url == null ? null : ((Scope) scope).references().find(url).orElse(null);
    }

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        if (mode == FHIRPathConstantEvaluationMode.EXPLICIT) {
            throw new PathEngineException("unknown constant");
        }
        return List.of();
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return false;
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        return null;
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object scope, Base item, String url) {
        throw new PathEngineException("profiles are not known here");
    }

    @Override
    public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object scope, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public @Nullable TypeDetails checkFunction(
            FHIRPathEngine engine, Object scope, String name, TypeDetails focus, List<TypeDetails> parameters) {
        return null;
    }
}
