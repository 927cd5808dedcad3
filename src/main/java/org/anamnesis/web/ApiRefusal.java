package org.anamnesis.web;

/** A request of the page that is refused, with what the page is told. Thrown by resources, sent by {@link ApiErrors}. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Refuses.
     *
     * @param status the HTTP status
     * @param code the stable code
     * @param message for the clinician; no content of the chart
     */
    public ApiRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiRefusal sessionLost() {
        return new ApiRefusal(401, "session-lost", "Your session has ended. Open the chart again from your EHR.");
    }

    static ApiRefusal wrongLaunch() {
        return new ApiRefusal(404, "launch-unknown", "This chart is not open here. Open it again from your EHR.");
    }

    static ApiRefusal foreign() {
        return new ApiRefusal(403, "request-foreign", "This request did not come from the open chart.");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
