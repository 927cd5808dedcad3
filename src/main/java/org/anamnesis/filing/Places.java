package org.anamnesis.filing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an EHR says that something is: relative or absolute, with a version or without. Of an absolute place only the id counts. */
final class Places {

    private static final Pattern LOCATION =
            Pattern.compile("(?:.*/)?([A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/([A-Za-z0-9.-]{1,64}))?/?");

    private Places() {}

    /** The place of a resource of this type, where the words name one. */
    static Optional<Sent.There> of(Optional<String> location, String type) {
        return location.map(String::strip)
                .map(LOCATION::matcher)
                .filter(Matcher::matches)
                .filter(match -> type.equals(match.group(1)))
                .map(match -> new Sent.There(type + "/" + match.group(2), Optional.ofNullable(match.group(3))));
    }
}
