package org.anamnesis.store;

/**
 * By what a launch is found, and what its sealed texts are bound to.
 *
 * @param session hash of the session's id
 * @param launch hash of the launch's id
 */
record LaunchKey(String session, String launch) {

    static LaunchKey of(String sessionId, String launchId) {
        return new LaunchKey(Sha256.hex(sessionId), Sha256.hex(launchId));
    }

    String ofChart() {
        return "web_launch.sealed_chart " + session + " " + launch;
    }

    String ofTokens() {
        return "web_launch.sealed_tokens " + session + " " + launch;
    }
}
