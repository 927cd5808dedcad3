package org.anamnesis.balp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;

/**
 * To which model a text went, and where that is, as the row of a disclosure says it.
 *
 * @param model its name at its endpoint
 * @param host the endpoint's; empty in rows of before it was recorded
 */
record Recipient(String model, Optional<String> host) {

    private static final Pattern WORDS = Pattern.compile("to (.+?)(?: at (\\S+))?, prompt .*");
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    static Recipient of(String detail) {
        Matcher words = WORDS.matcher(detail);
        return words.matches()
                ? new Recipient(words.group(1), Optional.ofNullable(words.group(2)))
                : new Recipient("language model", Optional.empty());
    }

    /** Whether a host is a name (1) or an IP address (2). */
    static AuditEventAgentNetworkType type(String host) {
        return IP_ADDRESS.matcher(host).matches() ? AuditEventAgentNetworkType._2 : AuditEventAgentNetworkType._1;
    }
}
