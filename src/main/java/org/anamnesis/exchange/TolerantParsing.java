package org.anamnesis.exchange;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

/**
 * How what an EHR answers is parsed: elements that FHIR does not know pass, and so does one thing where a list is meant. A value
 * that would be dropped without a word fails the parse, as an impossible one does. What the parser complains about is the
 * patient's, and in no log.
 */
public final class TolerantParsing extends LenientErrorHandler {

    public TolerantParsing() {
        super(false);
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        if (expected == ValueType.OBJECT && found == ValueType.SCALAR) {
            throw new DataFormatException("a value where an element is expected");
        }
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        throw new DataFormatException("several of what there is one of");
    }
}
