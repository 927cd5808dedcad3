package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.minidev.json.JSONObject;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Discovery: the SMART configuration of each EHR, asked for once an hour, or as often as the EHR wants it, and by one thread at a time for one EHR. An
 * address that is not the EHR's own is refused rather than used.
 */
public final class SmartConfigurations {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})\\b");
    // Whoever waits for an EHR that does not answer is told so at once, instead of asking in turn, each for a whole
    // timeout.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final EhrHttp http;
    private final Clock clock;
    private final Map<EhrId, Slot> slots = new ConcurrentHashMap<>();

    /** Asks over this wire; the clock decides when what is known is too old. */
    public SmartConfigurations(EhrHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * The configuration of an EHR.
     *
     * @throws AuthorizationFailed if it cannot be had or cannot be trusted; the same again, without asking, for a moment
     *     after
     */
    public SmartConfiguration of(Ehr ehr) {
        Slot slot = slots.computeIfAbsent(ehr.id(), id -> new Slot());
        slot.turn.lock();
        try {
            Known known = slot.known;
            if (known == null || !clock.instant().isBefore(known.until)) {
                known = ask(ehr, slot);
                slot.known = known;
            }
            return known.configuration;
        } finally {
            slot.turn.unlock();
        }
    }

    private Known ask(Ehr ehr, Slot slot) {
        Reason failure = slot.failure;
        if (failure != null && clock.instant().isBefore(slot.pausedUntil)) {
            throw new AuthorizationFailed(failure);
        }
        try {
            Known found = discover(ehr);
            slot.failure = null;
            return found;
        } catch (AuthorizationFailed failed) {
            slot.failure = failed.reason();
            slot.pausedUntil = clock.instant().plus(PAUSE);
            throw failed;
        }
    }

    /** Forgets what is known of an EHR: it refused us, so it may have moved. */
    void forget(EhrId id) {
        slots.remove(id);
    }

    private Known discover(Ehr ehr) {
        HTTPResponse answer = http.get(ehr, URI.create(ehr.fhirBase() + "/.well-known/smart-configuration"));
        return new Known(read(ehr, json(answer)), clock.instant().plus(lasts(answer)));
    }

    /** As long as the server says, within bounds; an hour where it says nothing. */
    private static Duration lasts(HTTPResponse answer) {
        String said = String.valueOf(answer.getCacheControl());
        Matcher age = MAX_AGE.matcher(said);
        if (said.contains("no-store") || said.contains("no-cache")) {
            return SHORTEST;
        }
        if (!age.find()) {
            return KEPT;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(age.group(1)));
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted.compareTo(KEPT) > 0 ? KEPT : wanted;
    }

    private SmartConfiguration read(Ehr ehr, JSONObject json) {
        try {
            checkIssuer(ehr, json);
            return new SmartConfiguration(
                    endpoint(ehr, json, "token_endpoint").orElseThrow(() -> new AuthorizationFailed(Reason.UNUSABLE)),
                    endpoint(ehr, json, "authorization_endpoint"),
                    keys(ehr, json),
                    unlessElsewhere(ehr, json, "revocation_endpoint"),
                    unlessElsewhere(ehr, json, "introspection_endpoint"),
                    Set.copyOf(JSONObjectUtils.getStringList(json, "capabilities", java.util.List.of())),
                    Set.copyOf(JSONObjectUtils.getStringList(
                            json, "token_endpoint_auth_methods_supported", java.util.List.of())),
                    Set.copyOf(JSONObjectUtils.getStringList(
                            json, "introspection_endpoint_auth_methods_supported", java.util.List.of())),
                    JSONObjectUtils.getBoolean(json, "authorization_response_iss_parameter_supported", false));
        } catch (ParseException notOfTheForm) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
    }

    // Nothing hangs on it: one that is not the EHR's own is as good as none.
    private static Optional<URI> unlessElsewhere(Ehr ehr, JSONObject json, String name) throws ParseException {
        try {
            return endpoint(ehr, json, name);
        } catch (AuthorizationFailed elsewhere) {
            return Optional.empty();
        }
    }

    // Named in the SMART configuration where it signs users in; else in the issuer's own OpenID configuration.
    private Optional<URI> keys(Ehr ehr, JSONObject json) throws ParseException {
        Optional<URI> named = endpoint(ehr, json, "jwks_uri");
        if (named.isPresent()) {
            return named;
        }
        HTTPResponse answer = http.get(ehr, URI.create(ehr.issuer() + "/.well-known/openid-configuration"));
        if (!answer.indicatesSuccess()) {
            return Optional.empty();
        }
        JSONObject openid = json(answer);
        checkIssuer(ehr, openid);
        return endpoint(ehr, openid, "jwks_uri");
    }

    private static void checkIssuer(Ehr ehr, JSONObject json) throws ParseException {
        String issuer = JSONObjectUtils.getString(json, "issuer", ehr.issuer().toString());
        if (!ehr.issuer().toString().equals(issuer)) {
            throw new AuthorizationFailed(Reason.WRONG_ISSUER);
        }
    }

    private static Optional<URI> endpoint(Ehr ehr, JSONObject json, String name) throws ParseException {
        String text = JSONObjectUtils.getString(json, name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Relative to the FHIR base, as a browser would resolve it against base and slash.
            URI address = URI.create(ehr.fhirBase() + "/").resolve(new URI(text));
            if (!ehr.owns(address)) {
                throw new AuthorizationFailed(Reason.ELSEWHERE);
            }
            return Optional.of(address);
        } catch (URISyntaxException notAnAddress) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
    }

    private static JSONObject json(HTTPResponse answer) {
        try {
            answer.ensureStatusCode(200);
            return answer.getBodyAsJSONObject();
        } catch (ParseException notOfTheForm) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
    }

    private record Known(SmartConfiguration configuration, Instant until) {}

    private static final class Slot {
        private final java.util.concurrent.locks.ReentrantLock turn = new java.util.concurrent.locks.ReentrantLock();
        private @Nullable Known known;
        private @Nullable Reason failure;
        private Instant pausedUntil = Instant.MIN;
    }
}
