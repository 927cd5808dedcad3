package org.anamnesis.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A launched user's tokens as they lie at one moment.
 *
 * @param bearer the access token
 * @param dueAt from when on it is to be renewed
 * @param refresh what renews it; a secret, never sent twice once the EHR has replaced it
 * @param renewingUntil until when somebody is renewing them; absent where nobody is
 * @param version grows by one with each change
 */
public record HeldTokens(
        Bearer bearer, Instant dueAt, Optional<String> refresh, Optional<Instant> renewingUntil, long version) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All but the version, with the tokens in it: a secret, to be sealed. */
    public String text() {
        ObjectNode text = JSON.createObjectNode()
                .put("access", bearer.value())
                .put("scopes", bearer.scopes().toString())
                .put("until", bearer.expiresAt().toString())
                .put("due", dueAt.toString());
        refresh.ifPresent(token -> text.put("refresh", token));
        renewingUntil.ifPresent(until -> text.put("renewing", until.toString()));
        return text.toString();
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalStateException where it did not
     */
    public static HeldTokens parse(String text, long version) {
        try {
            JsonNode node = JSON.readTree(text);
            return new HeldTokens(
                    new Bearer(
                            node.path("access").asText(),
                            Scopes.parse(node.path("scopes").asText()),
                            Instant.parse(node.path("until").asText())),
                    Instant.parse(node.path("due").asText()),
                    Optional.ofNullable(node.get("refresh")).map(JsonNode::asText),
                    Optional.ofNullable(node.get("renewing"))
                            .map(JsonNode::asText)
                            .map(Instant::parse),
                    version);
        } catch (JsonProcessingException | DateTimeException notOurs) {
            // What is written there is a secret.
            throw new IllegalStateException("kept tokens cannot be read");
        }
    }

    /** Whether the EHR gave both one of their tokens: to revoke either may end the other (RFC 7009, 2.1). */
    boolean sharesWith(HeldTokens other) {
        return Secrets.same(bearer.value(), other.bearer.value())
                || (refresh.isPresent()
                        && other.refresh.isPresent()
                        && Secrets.same(refresh.get(), other.refresh.get()));
    }

    boolean serves(Instant now) {
        return now.isBefore(bearer.expiresAt());
    }

    /** Taken by somebody to be renewed. */
    HeldTokens claimed(Instant until) {
        return new HeldTokens(bearer, dueAt, refresh, Optional.of(until), version + 1);
    }

    /** Given back as they were, to be tried again from then on. */
    HeldTokens unclaimed(Instant again) {
        return new HeldTokens(bearer, again, refresh, Optional.empty(), version + 1);
    }

    /** Whoever was renewing them is gone, perhaps with what replaced the refresh token: it is not sent a second time. */
    HeldTokens abandoned() {
        return new HeldTokens(bearer, dueAt, Optional.empty(), Optional.empty(), version + 1);
    }

    /** Not taken by the EHR, whatever it said of their life. */
    HeldTokens refused() {
        return new HeldTokens(
                new Bearer(bearer.value(), bearer.scopes(), Instant.EPOCH),
                Instant.EPOCH,
                refresh,
                renewingUntil,
                version + 1);
    }

    /** The same, after another. */
    HeldTokens after(HeldTokens before) {
        return new HeldTokens(bearer, dueAt, refresh, renewingUntil, before.version + 1);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "HeldTokens[version=" + version + "]";
    }
}
