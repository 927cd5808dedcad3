package org.anamnesis.smart;

/**
 * An EHR's authorization server that gave us no access. Broken or wrongly set-up infrastructure: the caller says so to
 * people by {@link Reason#code()} and does not try again by itself.
 */
public final class AuthorizationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Fails for one reason; nothing of what the server said is kept. */
    public AuthorizationFailed(Reason reason) {
        super("no access from the EHR's authorization server: " + reason.code());
        this.reason = reason;
    }

    /** Why there is no access. */
    public Reason reason() {
        return reason;
    }

    /** The reasons, each with a stable code. */
    public enum Reason {
        /** No connection. */
        UNREACHABLE("authorization-server-unreachable"),
        /** No answer in time. */
        TIMEOUT("authorization-server-timeout"),
        /** An answer that is no answer: a server error, a redirect, or not what the standard says. */
        UNUSABLE("authorization-server-unusable"),
        /** Its configuration points at an address that is not the EHR's. */
        ELSEWHERE("authorization-endpoint-elsewhere"),
        /** Its configuration names another issuer than ours does. */
        WRONG_ISSUER("authorization-server-other-issuer"),
        /** It refused the client: wrong id, unknown key. Somebody has to register us. */
        CLIENT_REFUSED("authorization-client-refused"),
        /** It refused the request: a scope or a grant. */
        REQUEST_REFUSED("authorization-request-refused"),
        /** The user's access ended and cannot be renewed; a new launch is needed. */
        ENDED("authorization-ended");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }
}
