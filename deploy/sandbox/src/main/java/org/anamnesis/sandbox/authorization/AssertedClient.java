package org.anamnesis.sandbox.authorization;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * The client of an assertion that comes without a {@code client_id}: RFC 7523 section 3 lets the assertion's subject name
 * it, SMART clients do so, and Spring's own converter insists on the parameter. Nothing is believed here yet: the
 * assertion is checked against that client's keys next.
 */
final class AssertedClient implements AuthenticationConverter {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String ASSERTION = "client_assertion";
    private static final String ASSERTION_TYPE = "client_assertion_type";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var assertion = single(request, ASSERTION);
        if (assertion == null
                || !TYPE.equals(single(request, ASSERTION_TYPE))
                || request.getParameter("client_id") != null) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                subject(assertion), new ClientAuthenticationMethod(TYPE), assertion, codeParameters(request));
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values != null && values.length == 1 ? values[0] : null;
    }

    private static String subject(String assertion) {
        try {
            var subject = JWTParser.parse(assertion).getJWTClaimsSet().getSubject();
            if (subject != null && !subject.isBlank()) {
                return subject;
            }
        } catch (ParseException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    /** The check of the code verifier (PKCE) finds its parameters here. */
    private static Map<String, Object> codeParameters(HttpServletRequest request) {
        var parameters = new HashMap<String, Object>();
        if ("authorization_code".equals(request.getParameter("grant_type"))) {
            request.getParameterMap().forEach((name, values) -> {
                if (!name.equals(ASSERTION) && !name.equals(ASSERTION_TYPE)) {
                    parameters.put(name, values.length == 1 ? values[0] : values);
                }
            });
        }
        return parameters;
    }
}
