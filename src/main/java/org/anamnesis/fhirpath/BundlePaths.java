package org.anamnesis.fhirpath;

import java.util.HashMap;
import java.util.Map;
import org.anamnesis.fhirpath.AddedFunctions.Scope;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRLexer.FHIRLexerException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Bundle;

/** Evaluates expressions over one Bundle. */
public final class BundlePaths {

    private final FHIRPathEngine engine;
    private final Bundle bundle;
    private final BundleReferences references;

    BundlePaths(FHIRPathEngine engine, Bundle bundle) {
        this.engine = engine;
        this.bundle = bundle;
        this.references = new BundleReferences(bundle);
    }

    /** The values of an expression that starts at the Bundle, e.g. {@code Bundle.entry.resource.ofType(Patient).name}. */
    public PathOutcome evaluate(String expression) {
        Map<String, ExpressionNode> sortKeys = new HashMap<>();
        ExpressionNode tree;
        try {
            tree = engine.parse(expression);
        } catch (FHIRLexerException notFhirPath) {
            return new PathOutcome.Malformed();
        }
        AddedFunctions.instead(tree, sortKeys);
        try {
            return new PathOutcome.Values(
                    engine.evaluate(new Scope(references, sortKeys), bundle, bundle, bundle, tree));
        } catch (FHIRException broken) {
            return new PathOutcome.Failed();
        }
    }
}
