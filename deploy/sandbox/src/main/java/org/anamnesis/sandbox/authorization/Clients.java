package org.anamnesis.sandbox.authorization;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The registered clients, as written in {@code ehr-clients.yaml}.
 *
 * @param clients by client id
 */
@ConfigurationProperties("sandbox")
public record Clients(Map<String, Client> clients) {

    private static final Duration REFRESH_TOKEN_LIFE = Duration.ofHours(8);

    /**
     * One client.
     *
     * @param name as shown
     * @param jwks where its public keys are; absent for a public client, which cannot authenticate itself
     * @param grants OAuth grant types
     * @param redirectUris where authorization codes may be sent
     * @param scopes what it may ask for; a resource scope also stands for narrower ones
     * @param tokenLife how long its access tokens are good
     */
    public record Client(
            String name,
            @Nullable String jwks,
            List<String> grants,
            @Nullable List<String> redirectUris,
            List<String> scopes,
            Duration tokenLife) {}

    RegisteredClientRepository repository() {
        return new InMemoryRegisteredClientRepository(clients.entrySet().stream()
                .map(entry -> registered(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static RegisteredClient registered(String id, Client client) {
        var settings = ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
        var builder = RegisteredClient.withId(id).clientId(id).clientName(client.name());
        if (client.jwks() == null) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            settings.jwkSetUrl(client.jwks());
        }
        client.grants().forEach(grant -> builder.authorizationGrantType(new AuthorizationGrantType(grant)));
        if (client.redirectUris() != null) {
            client.redirectUris().forEach(builder::redirectUri);
        }
        client.scopes().forEach(builder::scope);
        return builder.clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(client.tokenLife())
                        .refreshTokenTimeToLive(REFRESH_TOKEN_LIFE)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }
}
