package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.anamnesis.guard.EntrySlices;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/** Reads a Bundle that cannot be read as a whole, entry by entry; what cannot be read is left out and counted. */
final class LenientBundle {

    private static final byte[] BEFORE =
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "]}".getBytes(StandardCharsets.US_ASCII);

    private final FhirContext fhir;
    private final Limits limits;

    LenientBundle(FhirContext fhir, Limits limits) {
        this.fhir = fhir;
        this.limits = limits;
    }

    Answer read(byte[] body) {
        try {
            EntrySlices slices = EntrySlices.of(body);
            Bundle bundle = parse(slices.frame());
            int unreadable = 0;
            for (byte[] entry : slices.entries()) {
                try {
                    bundle.addEntry(entry(entry));
                } catch (RefusedInput | DataFormatException broken) {
                    unreadable++;
                }
            }
            return new Answer.Arrived(bundle, unreadable);
        } catch (IOException | DataFormatException notABundle) {
            return new Answer.Broken("unreadable-answer");
        }
    }

    /** One entry of a Bundle. */
    BundleEntryComponent entry(byte[] entry) throws RefusedInput {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(BEFORE.length + entry.length + AFTER.length);
        bundle.writeBytes(BEFORE);
        bundle.writeBytes(entry);
        bundle.writeBytes(AFTER);
        return parse(bundle.toByteArray()).getEntryFirstRep();
    }

    Bundle parse(byte[] bundle) throws RefusedInput {
        JsonGuard.check(bundle, limits);
        IParser parser = fhir.newJsonParser();
        // Without a log: what the parser complains about is the patient's.
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        return parser.parseResource(Bundle.class, new ByteArrayInputStream(bundle));
    }
}
