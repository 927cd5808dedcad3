package org.anamnesis.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.SmartConfiguration;
import org.anamnesis.smart.SmartConfigurations;
import org.jspecify.annotations.Nullable;

/**
 * The facade's own {@code .well-known/smart-configuration} (SMART App Launch 2.2, RSV): tokens for it come from the EHR's
 * authorization server, and must name the facade as their audience.
 */
@ApplicationScoped
public class FacadeDiscovery {

    private final @Nullable EhrRegistry registry;
    private final @Nullable SmartConfigurations configurations;

    /** For the container's proxies only. */
    protected FacadeDiscovery() {
        this.registry = null;
        this.configurations = null;
    }

    @Inject
    public FacadeDiscovery(EhrRegistry registry, SmartConfigurations configurations) {
        this.registry = registry;
        this.configurations = configurations;
    }

    /**
     * The document as JSON.
     *
     * @throws org.anamnesis.smart.AuthorizationFailed where the EHR's own configuration cannot be had
     */
    String of(EhrId id) {
        Ehr ehr = Objects.requireNonNull(registry).get(id);
        SmartConfiguration theirs = Objects.requireNonNull(configurations).of(ehr);
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("issuer", ehr.issuer().toString())
                .add("token_endpoint", theirs.tokenEndpoint().toString())
                .add(
                        "grant_types_supported",
                        Json.createArrayBuilder(List.of("authorization_code", "client_credentials")))
                .add("code_challenge_methods_supported", Json.createArrayBuilder(List.of("S256")))
                .add(
                        "capabilities",
                        Json.createArrayBuilder(
                                List.of("client-confidential-asymmetric", "permission-v2", "permission-v1")));
        theirs.keys().ifPresent(keys -> document.add("jwks_uri", keys.toString()));
        theirs.authorizationEndpoint()
                .ifPresent(endpoint -> document.add("authorization_endpoint", endpoint.toString()));
        return document.build().toString();
    }
}
