package org.anamnesis.smart;

/** What came of checking a caller's token. */
public sealed interface CallerCheck {

    /** The token is good. */
    record Accepted(Caller caller) implements CallerCheck {}

    /** There is no bearer token: 401 without an error code (RFC 6750, 3.1). */
    record Missing() implements CallerCheck {}

    /**
     * The token is no good: 401 {@code invalid_token}.
     *
     * @param why for our own log, never for the caller
     */
    record Invalid(Why why) implements CallerCheck {}

    /** The EHR's keys cannot be had, so no token can be checked: 503, never let in. */
    record Unverifiable(AuthorizationFailed.Reason reason) implements CallerCheck {}

    /** Why a token is no good. */
    enum Why {
        MALFORMED,
        ALGORITHM,
        SIGNATURE,
        CLAIMS,
        /** It is over, or not good yet. */
        TIME,
        /** The EHR was asked and says that it is worth nothing. */
        INACTIVE
    }
}
