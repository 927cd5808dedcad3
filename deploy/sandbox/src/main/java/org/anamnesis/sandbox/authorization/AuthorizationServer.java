package org.anamnesis.sandbox.authorization;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.anamnesis.sandbox.server.EhrAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Spring Authorization Server, taught what SMART asks beyond OAuth. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Clients.class)
@Import({SmartDiscovery.class, SignIn.class, LaunchDesk.class, WardCaller.class})
public class AuthorizationServer {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Launches launches(Clock clock) {
        return new Launches(clock);
    }

    @Bean
    Audience audience(EhrAddress address) {
        return new Audience(address);
    }

    @Bean
    RegisteredClientRepository registeredClients(Clients clients) {
        return clients.repository();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    AuthorizationServerSettings endpoints(EhrAddress address) {
        return AuthorizationServerSettings.builder().issuer(address.base()).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys() {
        return new ImmutableJWKSet<>(SigningKeys.generated(JWSAlgorithm.RS256));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokens(
            EhrAddress address, Audience audience, Launches launches, JWKSource<SecurityContext> keys) {
        var jwt = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwt.setJwtCustomizer(new TokenClaims(address, audience, launches));
        var refresh = new OAuth2RefreshTokenGenerator();
        return new DelegatingOAuth2TokenGenerator(jwt, context -> {
            var scopes = Scopes.of(context.getAuthorizedScopes());
            boolean isWanted = scopes.has(Scopes.ONLINE_ACCESS) || scopes.has(Scopes.OFFLINE_ACCESS);
            return isWanted ? refresh.generate(context) : null;
        });
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationEndpoints(
            HttpSecurity http, EhrAddress address, Audience audience, Launches launches, Clock clock) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        var assertions = new ClientAssertions(address.base() + "/oauth2/token", clock);
        var requests = OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.andThen(
                new AuthorizationRequests(audience, launches));
        var response = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        response.setAccessTokenResponseCustomizer(new LaunchContext());
        server.clientAuthentication(authentication -> authentication
                .authenticationConverter(new AssertedClient())
                .authenticationProviders(each(
                        JwtClientAssertionAuthenticationProvider.class,
                        byKey -> byKey.setJwtDecoderFactory(assertions))));
        server.authorizationEndpoint(endpoint -> endpoint.authenticationProviders(each(
                OAuth2AuthorizationCodeRequestAuthenticationProvider.class,
                byCode -> byCode.setAuthenticationValidator(requests))));
        server.tokenEndpoint(endpoint -> endpoint.accessTokenResponseHandler(response)
                .authenticationProviders(each(
                        OAuth2ClientCredentialsAuthenticationProvider.class,
                        backend -> backend.setAuthenticationValidator(new BackendRequests(audience)))));
        http.with(
                server,
                oauth -> oauth.oidc(oidc -> oidc.providerConfigurationEndpoint(
                        provider -> provider.providerConfigurationCustomizer(SmartDiscovery::describe))));
        return http.securityMatcher(server.getEndpointsMatcher())
                .authorizeHttpRequests(any -> any.anyRequest().authenticated())
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignIn.PATH)))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .addFilterAfter(new LaunchedUser(launches), SecurityContextHolderFilter.class)
                .build();
    }

    /** Sets up those of Spring's providers that are of a kind. */
    private static <P> Consumer<List<AuthenticationProvider>> each(Class<P> kind, Consumer<P> setUp) {
        return providers ->
                providers.stream().filter(kind::isInstance).map(kind::cast).forEach(setUp);
    }
}
