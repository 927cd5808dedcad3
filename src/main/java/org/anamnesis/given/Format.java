package org.anamnesis.given;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.anamnesis.guard.EntrySlices;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.guard.XmlSlices;

/** One of FHIR's two ways of writing. */
public enum Format {
    JSON(
            "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[",
            "]}",
            "\"resourceType\"\\s*:\\s*\"([A-Za-z]{1,40})\""),
    XML(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>",
            "</Bundle>",
            "<resource[^>]*>\\s*<([A-Za-z]{1,40})");

    private final byte[] before;
    private final byte[] after;
    private final Pattern type;

    Format(String before, String after, String type) {
        this.before = before.getBytes(StandardCharsets.US_ASCII);
        this.after = after.getBytes(StandardCharsets.US_ASCII);
        this.type = Pattern.compile(type);
    }

    /** The body without the entries of the Bundles in it, and these. */
    public EntrySlices cut(byte[] body) throws RefusedInput {
        try {
            return switch (this) {
                case JSON -> EntrySlices.of(body);
                case XML -> XmlSlices.of(body);
            };
        } catch (RefusedInput refused) {
            throw refused;
        } catch (IOException notJson) {
            throw new RefusedInput(RefusedInput.Reason.MALFORMED);
        }
    }

    /** A Bundle of this entry alone. */
    byte[] bundle(byte[] entry) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(before.length + entry.length + after.length);
        bundle.writeBytes(before);
        bundle.writeBytes(entry);
        bundle.writeBytes(after);
        return bundle.toByteArray();
    }

    /** The pattern whose first group is the type of an entry's resource, as far as it can be told without reading it. */
    Pattern type() {
        return type;
    }
}
