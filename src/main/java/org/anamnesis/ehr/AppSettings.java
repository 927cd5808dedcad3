package org.anamnesis.ehr;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how the product is registered at one EHR: for reading without a user, and as an app. */
final class AppSettings {

    private static final String SECRET = "app-client-secret";
    private static final String WAY = "app-authentication";

    private final Settings settings;
    private final UnaryOperator<String> keys;

    AppSettings(Settings settings, UnaryOperator<String> keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** Backend services sign; nothing else is allowed them. */
    Registration backend() {
        return new Registration(
                settings.text(key("backend-client-id"), "our client id at its authorization server"),
                algorithm(),
                scopes("backend-scopes", ScopesAsked.BACKEND));
    }

    Optional<Registration> app() {
        return settings.find(key("app-client-id"))
                .map(client -> new Registration(client, authentication(), appScopes()));
    }

    private SigningAlgorithm algorithm() {
        return settings.choice(key("backend-algorithm"), SigningAlgorithm.RS384);
    }

    private ClientAuthentication authentication() {
        String way = settings.find(key(WAY)).orElse("private-key");
        Optional<String> secret = settings.find(key(SECRET));
        ClientAuthentication authentication = switch (way) {
            case "private-key" ->
                new ClientAuthentication.SignedAssertion(settings.choice(key("app-algorithm"), algorithm()));
            case "secret" ->
                new ClientAuthentication.Secret(
                        secret.orElseThrow(() -> new WrongSetting(key(SECRET), "is missing", "the client's secret")));
            case "public" -> new ClientAuthentication.Unproven();
            default ->
                throw new WrongSetting(
                        key(WAY), "is not one of the known values", "one of private-key, secret, public");
        };
        if (secret.isPresent() && !(authentication instanceof ClientAuthentication.Secret)) {
            throw new WrongSetting(key(SECRET), "is set and not used", "none, or " + key(WAY) + "=secret");
        }
        return authentication;
    }

    private Set<String> appScopes() {
        Set<String> scopes = scopes("app-scopes", ScopesAsked.APP);
        if (!scopes.containsAll(ScopesAsked.OF_EVERY_LAUNCH)) {
            throw new WrongSetting(
                    key("app-scopes"),
                    "lacks a scope that every launch needs",
                    String.join(", ", ScopesAsked.OF_EVERY_LAUNCH) + " and the scopes needed");
        }
        return settings.flag(key("ward-lists"))
                ? Stream.concat(scopes.stream(), ScopesAsked.WARD.stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : scopes;
    }

    /** Scopes separated by blanks; the word {@code none} where the server wants none sent. */
    private Set<String> scopes(String name, Set<String> otherwise) {
        Optional<String> value = settings.find(key(name));
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get().equals("none")) {
            return Set.of();
        }
        Set<String> read = Stream.of(value.get().split("\\s+")).collect(Collectors.toCollection(LinkedHashSet::new));
        if (read.stream().anyMatch(scope -> scope.contains("*"))) {
            throw new WrongSetting(key(name), "holds a wildcard", "the scopes needed, each with its resource type");
        }
        return read;
    }

    private String key(String name) {
        return keys.apply(name);
    }
}
