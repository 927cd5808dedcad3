package org.anamnesis.model;

/** Why a model gave no answer, exactly; each with a stable word. */
public enum Cause {
    /** As many answers as allowed were under way. */
    BUSY("busy", ModelAnswer.Reason.UNAVAILABLE),
    /** It failed too often just before and was not asked. */
    RESTING("resting", ModelAnswer.Reason.UNAVAILABLE),
    /** It did not pass the probe and was not asked. */
    UNFIT("unfit", ModelAnswer.Reason.UNAVAILABLE),
    /** No model is configured for this purpose and EHR. */
    NO_ROUTE("no-model", ModelAnswer.Reason.UNAVAILABLE),
    /** The prompt does not fit into its context and was not sent. */
    PROMPT_TOO_LONG("prompt-too-long", ModelAnswer.Reason.UNUSABLE),
    /** The time of the whole call was over before its turn. */
    NO_TIME("no-time", ModelAnswer.Reason.TIMEOUT),
    /** The address is not one that patients' text may go to. */
    ADDRESS_NOT_ALLOWED("address-not-allowed", ModelAnswer.Reason.UNAVAILABLE),
    /** No connection. */
    UNREACHABLE("unreachable", ModelAnswer.Reason.UNAVAILABLE, true),
    /** Status 429, 503 or 529. */
    OVERLOADED("overloaded", ModelAnswer.Reason.UNAVAILABLE, true),
    /** Another status of 500 and above. */
    SERVER_ERROR("server-error", ModelAnswer.Reason.UNAVAILABLE, true),
    /** A status from 300 to 499: a wrong key, an unknown model, a request it does not understand. */
    REJECTED("rejected", ModelAnswer.Reason.UNAVAILABLE, true),
    /** The connection ended before the answer did. */
    CUT("connection-cut", ModelAnswer.Reason.UNAVAILABLE, true),
    /** It did not begin in time. */
    NO_FIRST_WORD("no-first-word", ModelAnswer.Reason.TIMEOUT, true),
    /** It began and then said nothing more. */
    STALLED("stalled", ModelAnswer.Reason.TIMEOUT, true),
    /** It was still writing when its time was over. */
    TOO_SLOW("too-slow", ModelAnswer.Reason.TIMEOUT, true),
    /** It, or a filter in front of it, declined. */
    DECLINED("declined", ModelAnswer.Reason.REFUSED),
    /** It wrote more than the settings allow. */
    ANSWER_TOO_LONG("answer-too-long", ModelAnswer.Reason.UNUSABLE),
    /** It stopped before it was done. */
    UNFINISHED("unfinished", ModelAnswer.Reason.UNUSABLE),
    /** What came is not the provider's protocol, or is its word for an error in the middle of an answer. */
    UNREADABLE("unreadable", ModelAnswer.Reason.UNUSABLE, true),
    /** It wrote nothing. */
    EMPTY("empty", ModelAnswer.Reason.UNUSABLE),
    /** The user's or the EHR's hour is used up. */
    BUDGET("budget", ModelAnswer.Reason.BUDGET),
    /** Who asked no longer waits. */
    CANCELLED("cancelled", ModelAnswer.Reason.CANCELLED);

    private final String code;
    private final ModelAnswer.Reason reason;
    private final boolean outage;

    Cause(String code, ModelAnswer.Reason reason) {
        this(code, reason, false);
    }

    Cause(String code, ModelAnswer.Reason reason, boolean outage) {
        this.code = code;
        this.reason = reason;
        this.outage = outage;
    }

    /** A stable word for logs, metrics and callers. */
    public String code() {
        return code;
    }

    /** The kind of failure it is. */
    public ModelAnswer.Reason reason() {
        return reason;
    }

    /** Whether the endpoint failed, and not this one answer. */
    boolean isOutage() {
        return outage;
    }

    /** Whether another try can do no harm: the model has not begun to work on it. */
    boolean isRetryable() {
        return this == UNREACHABLE || this == OVERLOADED;
    }

    /** Whether the next model may be asked. */
    boolean isForTheNext() {
        return this != CANCELLED && this != BUDGET && this != NO_TIME;
    }
}
