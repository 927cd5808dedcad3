package org.anamnesis.smart;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.ehr.Ehr;
import org.jspecify.annotations.Nullable;

/** Reads the launch context out of a token response; what is not of its form is left aside, what is unknown too. */
final class LaunchContextReader {

    private static final Pattern WORD = Pattern.compile("[\\w.:/-]{1,128}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{0,63}/[A-Za-z0-9.-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,63}");
    private static final int MOST_RESOURCES = 50;
    private static final int LONGEST_CONTEXT = 8 * 1024;
    private static final int LONGEST_ADDRESS = 2_000;

    private LaunchContextReader() {}

    static LaunchContext read(Ehr ehr, Map<String, Object> response) {
        return new LaunchContext(
                text(response, "intent").filter(word -> WORD.matcher(word).matches()),
                resources(response.get("fhirContext")),
                text(response, "tenant").filter(word -> WORD.matcher(word).matches()),
                text(response, "smart_style_url").filter(address -> isOwn(ehr, address)),
                text(response, "appContext").filter(context -> context.length() <= LONGEST_CONTEXT));
    }

    private static List<LaunchContext.Item> resources(@Nullable Object context) {
        return context instanceof List<?> items
                ? items.stream()
                        .limit(MOST_RESOURCES)
                        .flatMap(LaunchContextReader::item)
                        .toList()
                : List.of();
    }

    private static Stream<LaunchContext.Item> item(Object item) {
        if (!(item instanceof Map<?, ?> members)) {
            return Stream.empty();
        }
        Optional<String> reference = text(members, "reference")
                .filter(one -> REFERENCE.matcher(one).matches() && FhirUser.isId(one.substring(one.indexOf('/') + 1)));
        Optional<String> canonical = text(members, "canonical").filter(one -> one.length() <= LONGEST_ADDRESS);
        if (reference.isEmpty() && canonical.isEmpty()) {
            return Stream.empty();
        }
        Optional<String> type = text(members, "type")
                .filter(one -> TYPE.matcher(one).matches())
                .or(() -> reference.map(one -> one.substring(0, one.indexOf('/'))));
        // A role that is left out means the launch was made in this context.
        return Stream.of(new LaunchContext.Item(
                reference,
                canonical,
                type,
                text(members, "role")
                        .filter(role -> WORD.matcher(role).matches())
                        .orElse(LaunchContext.LAUNCH)));
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static boolean isOwn(Ehr ehr, String address) {
        try {
            return address.length() <= LONGEST_ADDRESS && ehr.owns(new URI(address));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
