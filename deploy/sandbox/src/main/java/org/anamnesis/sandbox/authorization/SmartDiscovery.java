package org.anamnesis.sandbox.authorization;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.anamnesis.sandbox.server.EhrAddress;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;

/** {@code /fhir/.well-known/smart-configuration} (SMART App Launch 2.2, "Conformance"), and the same facts for OpenID. */
@Configuration(proxyBeanMethods = false)
public class SmartDiscovery {

    private static final String PATH = EhrAddress.FHIR_PATH + "/.well-known/smart-configuration";
    private static final List<String> ALGORITHMS = List.of("RS384", "ES384");
    private static final List<String> CAPABILITIES = List.of(
            "launch-ehr",
            "launch-standalone",
            "client-public",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-banner",
            "context-ehr-patient",
            "context-ehr-encounter",
            "context-standalone-patient",
            "permission-online",
            "permission-patient",
            "permission-user",
            "permission-v2");

    /** A servlet with this exact path comes before the FHIR endpoint that has everything below {@code /fhir}. */
    @Bean
    ServletRegistrationBean<HttpServlet> smartConfiguration(EhrAddress address, Clients clients, ObjectMapper json) {
        var document = document(address, clients);
        return new ServletRegistrationBean<>(new Answer(document, json), PATH);
    }

    static void describe(OidcProviderConfiguration.Builder provider) {
        provider.scope("fhirUser").claim("token_endpoint_auth_signing_alg_values_supported", ALGORITHMS);
    }

    private static Map<String, Object> document(EhrAddress address, Clients clients) {
        var scopes = new TreeSet<String>();
        clients.clients().values().forEach(client -> scopes.addAll(client.scopes()));
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", address.base());
        document.put("jwks_uri", address.base() + "/oauth2/jwks");
        document.put("authorization_endpoint", address.base() + "/oauth2/authorize");
        document.put("token_endpoint", address.base() + "/oauth2/token");
        document.put("introspection_endpoint", address.base() + "/oauth2/introspect");
        document.put("revocation_endpoint", address.base() + "/oauth2/revoke");
        document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "none"));
        document.put("token_endpoint_auth_signing_alg_values_supported", ALGORITHMS);
        document.put("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token"));
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("scopes_supported", scopes);
        document.put("capabilities", CAPABILITIES);
        return document;
    }

    private static final class Answer extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> document;
        private final transient ObjectMapper json;

        Answer(Map<String, Object> document, ObjectMapper json) {
            this.document = document;
            this.json = json;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.setHeader("Access-Control-Allow-Origin", "*");
            json.writeValue(response.getOutputStream(), document);
        }
    }
}
