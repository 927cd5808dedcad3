package org.anamnesis.frame;

/** How a fact lies to the time that is asked for. */
public enum Place {
    WITHIN("within", true),
    /** Nobody wrote when it was so. */
    UNDATED("undated", true),
    /** Of the present state, whenever it began. */
    CURRENT("current", true),
    /** Older than the look back, and worth knowing all the same. */
    HISTORY("history", true),
    /** Before or after that time. */
    OUTSIDE("period", false),
    /** Begun after the moment that counts as now. */
    LATER("later", false);

    private final String code;
    private final boolean stays;

    Place(String code, boolean stays) {
        this.code = code;
        this.stays = stays;
    }

    /** A stable word for callers. */
    public String code() {
        return code;
    }

    /** Whether the fact counts. */
    public boolean stays() {
        return stays;
    }
}
