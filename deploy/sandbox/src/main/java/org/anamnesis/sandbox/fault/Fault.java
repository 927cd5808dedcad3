package org.anamnesis.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault that is switched on.
 *
 * @param kind what goes wrong
 * @param type the resource type it concerns; absent: all
 * @param interaction the interaction it concerns (read, vread, search, create, update, patch, delete, transaction,
 *     history); absent: all
 * @param status the HTTP status to answer, from 400 to 599
 * @param delayMs milliseconds to wait, at most a minute
 * @param size entries left of a whole search, over all its pages
 * @param total whether the pages of such a search still say how many there are
 * @param times how often it happens; absent: until it is switched off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        FaultKind kind,
        @Nullable String type,
        @Nullable String interaction,
        @Nullable Integer status,
        @Nullable Integer delayMs,
        @Nullable Integer size,
        @Nullable Boolean total,
        @Nullable Integer times) {

    private static final int LONGEST_DELAY_MS = 60_000;

    /** Refuses a fault that lacks what its kind needs. */
    public Fault {
        require(kind, "kind is missing");
        if (kind == FaultKind.STATUS && (status == null || status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must be from 400 to 599");
        }
        if (kind == FaultKind.DELAY && (delayMs == null || delayMs < 0 || delayMs > LONGEST_DELAY_MS)) {
            throw new IllegalArgumentException("delayMs must be from 0 to " + LONGEST_DELAY_MS);
        }
        if (kind == FaultKind.TRUNCATE && (size == null || size < 0)) {
            throw new IllegalArgumentException("size must be 0 or more");
        }
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times must be 1 or more");
        }
    }

    /** A fault of everything, until it is switched off. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, null, null, null, null, null);
    }

    boolean keepsTotal() {
        return Boolean.TRUE.equals(total);
    }

    boolean concerns(FaultKind wanted, @Nullable String askedType, @Nullable String askedInteraction) {
        return kind == wanted
                && (type == null || type.equals(askedType))
                && (interaction == null || interaction.equals(askedInteraction));
    }

    /** In words, for the page. */
    String description() {
        var words = new StringBuilder(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (status != null) {
            words.append(' ').append(status);
        }
        if (delayMs != null) {
            words.append(' ').append(delayMs).append(" ms");
        }
        if (size != null) {
            words.append(" to ").append(size).append(keepsTotal() ? " with its total" : "");
        }
        words.append(" on ").append(interaction == null ? "every interaction" : interaction);
        words.append(" of ").append(type == null ? "every type" : type);
        return times == null ? words.toString() : words + ", " + times + " times";
    }

    private static void require(@Nullable Object value, String message) {
        if (value == null) {
            throw new IllegalArgumentException(message);
        }
    }
}
