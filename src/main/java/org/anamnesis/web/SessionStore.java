package org.anamnesis.web;

/**
 * The sessions of browsers: each belongs to one user of an EHR and holds the charts open in that browser. Bounded in number
 * and in time; what is over is gone with its tokens.
 */
public interface SessionStore {

    /** Opens a session with its first chart and gives its id, which nobody has ever seen. */
    String open(Launch first);

    /**
     * Adds a chart to a session.
     *
     * @return whether it was added; not, if there is no such session or it has another user of this EHR
     */
    boolean add(String sessionId, Launch launch);

    /** Looks for a chart, and counts that as the user being there. */
    Lookup find(String sessionId, String launchId);

    /** Looks for a chart as a page does by itself, which does not say that anybody is there. */
    Lookup peek(String sessionId, String launchId);

    /** Ends what is over, so that no token outlives its session until somebody asks. */
    void sweep();

    /** Closes one chart and wipes its tokens; a session without a chart is over. */
    void close(String sessionId, String launchId);

    /** Ends a session and wipes its tokens; nothing happens if there is none. */
    void close(String sessionId);

    /** Whether all nodes have these sessions, and a restart ends none. */
    boolean isShared();

    /** What came of a look. */
    sealed interface Lookup {

        /** The chart is open in this session. */
        record Open(Launch launch) implements Lookup {}

        /** The session is there and does not have this chart. */
        record NotThisChart() implements Lookup {}

        /** There is no such session, or no longer. */
        record NoSession() implements Lookup {}
    }
}
