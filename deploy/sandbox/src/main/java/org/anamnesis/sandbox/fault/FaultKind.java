package org.anamnesis.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can go wrong. */
public enum FaultKind {
    /** Answers with {@code status} and does nothing. */
    @JsonProperty("status")
    STATUS,
    /** Waits {@code delayMs} milliseconds, then goes on. */
    @JsonProperty("delay")
    DELAY,
    /** Does what was asked, commits it, and closes the connection without an answer. */
    @JsonProperty("drop-connection")
    DROP_CONNECTION,
    /** Puts the decimal 1e999999999 in one Observation of the answer. */
    @JsonProperty("hostile-decimal")
    HOSTILE_DECIMAL,
    /** Makes the first resource of the answer one that does not parse. */
    @JsonProperty("malformed-resource")
    MALFORMED_RESOURCE,
    /** Creates although a resource matches If-None-Exist. */
    @JsonProperty("ignore-if-none-exist")
    IGNORE_IF_NONE_EXIST,
    /** Ends a search after {@code size} entries, without a next link and, unless {@code total} is true, without a total. */
    @JsonProperty("truncate")
    TRUNCATE,
    /** Answers everything of FHIR and authorization with 503. */
    @JsonProperty("down")
    DOWN
}
