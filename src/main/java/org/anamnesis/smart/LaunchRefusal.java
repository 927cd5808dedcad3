package org.anamnesis.smart;

/** Why a launch came to nothing, each with a stable code. */
public enum LaunchRefusal {
    /** The request lacks {@code iss} or {@code launch}, has one twice, or is out of bounds. */
    INCOMPLETE("launch-incomplete"),
    /** Its {@code iss} is no EHR of ours. Nobody was asked. */
    UNKNOWN_EHR("launch-unknown-ehr"),
    /** We are not registered at this EHR as an app. */
    NOT_SET_UP("launch-not-set-up"),
    /** The EHR's authorization server does not take the way we are told to prove ourselves. */
    PROOF_NOT_TAKEN("launch-authentication-not-taken"),
    /** The EHR's authorization server cannot be had, or gave no token. */
    UNAVAILABLE("launch-ehr-unavailable"),
    /** A callback nobody waits for: unknown, used, too late, or another browser's. */
    UNKNOWN_STATE("launch-unknown-state"),
    /** The browser did not send back the cookie it was given. */
    COOKIE_BLOCKED("launch-cookie-blocked"),
    /** The answer names another authorization server (RFC 9207). */
    OTHER_ISSUER("launch-other-issuer"),
    /** The launch is of another organization that shares the EHR's server. */
    OTHER_TENANT("launch-other-tenant"),
    /** The user or the EHR said no. */
    DENIED("launch-denied"),
    /** The EHR refused what we asked for; somebody has to look at our registration. */
    REQUEST_REFUSED("launch-request-refused"),
    /** The EHR refused a scope that we asked for; somebody has to look at what our registration allows. */
    SCOPE_REFUSED("launch-scope-refused"),
    /** The id token is not good now, though it was made just now: the clocks of the two machines differ. */
    CLOCK("launch-clocks-differ"),
    /** Who the user is does not hold up. */
    IDENTITY("launch-identity-refused"),
    /** The EHR opened no patient. */
    NO_PATIENT("launch-without-patient");

    private final String code;

    LaunchRefusal(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
