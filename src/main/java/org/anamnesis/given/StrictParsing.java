package org.anamnesis.given;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;

/**
 * How what callers send is parsed: an element that FHIR does not know is told apart from a value that is none, since the one
 * may be the sender's own idea and the other is a broken resource.
 */
public final class StrictParsing extends StrictErrorHandler {

    private StrictParsing() {}

    /** A parser whose DataFormatExceptions have an {@link UnknownElement} behind them or not, and that changes no ids. */
    public static IParser parser(FhirContext fhir, Format format) {
        IParser parser =
                switch (format) {
                    case JSON -> fhir.newJsonParser();
                    case XML -> fhir.newXmlParser();
                };
        parser.setParserErrorHandler(new StrictParsing());
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        return parser;
    }

    @Override
    public void unknownElement(IParseLocation location, String name) {
        throw new UnknownElement();
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        throw new UnknownElement();
    }
}
