package org.anamnesis.given;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * An entry of a given Bundle that could be read.
 *
 * @param resource what it holds, its id set
 * @param url the entry's own address, where it has one
 * @param base the server it says to be of, where its address is one of a FHIR server
 */
record GivenEntry(Resource resource, Optional<String> url, Optional<String> base) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern RESTFUL =
            Pattern.compile("(https?://.+)/([A-Za-z]{1,40})/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");
    private static final Pattern UUID = Pattern.compile("urn:uuid:([0-9A-Fa-f-]{1,64})");

    /** Empty where nothing names the resource, or two names of it contradict one another: nobody could be pointed at it. */
    static Optional<GivenEntry> of(Resource resource, Optional<String> url) {
        Optional<String> id = Optional.ofNullable(resource.getIdElement().getIdPart());
        Optional<Matcher> restful = url.map(RESTFUL::matcher).filter(Matcher::matches);
        Optional<String> named = restful.map(address -> address.group(3))
                .or(() -> url.map(UUID::matcher).filter(Matcher::matches).map(uuid -> uuid.group(1)));
        boolean contradicts = restful.isPresent()
                && (!restful.get().group(2).equals(resource.fhirType())
                        || !id.orElse(restful.get().group(3))
                                .equals(restful.get().group(3)));
        Optional<String> known = id.or(() -> named).filter(text -> ID.matcher(text).matches());
        if (contradicts || known.isEmpty()) {
            return Optional.empty();
        }
        resource.setId(resource.fhirType() + "/" + known.get());
        return Optional.of(new GivenEntry(resource, url, restful.map(address -> address.group(1))));
    }

    String type() {
        return resource.fhirType();
    }

    String id() {
        return resource.getIdElement().getIdPart();
    }

    /** {@code Type/id}. */
    String reference() {
        return type() + "/" + id();
    }
}
