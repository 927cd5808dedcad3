package org.anamnesis.ehr;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads single settings of the configuration, each with its rule; every failure is a {@link WrongSetting}. */
final class Settings {

    private final Function<String, Optional<String>> source;

    Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Optional<String> find(String key) {
        return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    String text(String key, String expected) {
        return find(key).orElseThrow(() -> new WrongSetting(key, "is missing", expected));
    }

    /** Comma-separated values, blanks around them dropped. */
    List<String> list(String key) {
        return find(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean flag(String key) {
        return switch (find(key).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongSetting(key, "is neither true nor false", "true or false");
        };
    }

    Duration duration(String key, Duration otherwise, Duration most) {
        Optional<String> value = find(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        String expected = "an ISO 8601 duration above zero and up to " + most + ", e.g. " + otherwise;
        try {
            Duration read = Duration.parse(value.get());
            if (read.isPositive() && read.compareTo(most) <= 0) {
                return read;
            }
        } catch (DateTimeParseException notOfTheForm) {
            throw new WrongSetting(key, "is not a duration", expected);
        }
        throw new WrongSetting(key, "is out of range", expected);
    }

    <E extends Enum<E>> E choice(String key, E otherwise) {
        Optional<String> value = find(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(value.get()))
                .findFirst()
                .orElseThrow(() ->
                        new WrongSetting(key, "is not one of the known values", "one of " + Arrays.toString(all)));
    }

    /** An address without query, fragment, user name and slash at its end. */
    URI address(String key, boolean loopbackHttp) {
        String expected = "an https address without user name, query, fragment and slash at its end";
        URI address = uri(key, text(key, expected), expected);
        if (address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null
                || address.toString().endsWith("/")
                || !address.equals(address.normalize())) {
            throw new WrongSetting(key, "is not a plain address", expected);
        }
        checkEncrypted(key, address, loopbackHttp);
        return address;
    }

    List<Origin> origins(String key, boolean loopbackHttp) {
        return list(key).stream()
                .map(value -> origin(key, value, loopbackHttp))
                .distinct()
                .toList();
    }

    private static Origin origin(String key, String value, boolean loopbackHttp) {
        String expected = "origins separated by commas, each like https://ehr.example.org without a path";
        URI address = uri(key, value, expected);
        Origin origin = checkEncrypted(key, address, loopbackHttp);
        if (!origin.text().equals(value)) {
            throw new WrongSetting(key, "holds something that is not an origin", expected);
        }
        return origin;
    }

    private static URI uri(String key, String value, String expected) {
        try {
            return new URI(value);
        } catch (URISyntaxException notAnAddress) {
            throw new WrongSetting(key, "is not a web address", expected);
        }
    }

    private static Origin checkEncrypted(String key, URI address, boolean loopbackHttp) {
        Origin origin = Origin.of(address)
                .orElseThrow(() -> new WrongSetting(key, "is not a web address", "an absolute https address"));
        if (origin.isEncrypted()) {
            return origin;
        }
        if (!origin.isLoopback()) {
            throw new WrongSetting(
                    key, "is http without encryption", "an https address; http is for loopback addresses only");
        }
        if (!loopbackHttp) {
            throw new WrongSetting(
                    key, "is http without encryption", "an https address, or allow-loopback-http=true for a sandbox");
        }
        return origin;
    }
}
