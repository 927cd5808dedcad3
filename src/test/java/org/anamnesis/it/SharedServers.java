package org.anamnesis.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts what all integration tests share before the first and stops it after the last; unit tests know nothing of it. */
public final class SharedServers implements LauncherSessionListener {

    private static boolean wanted() {
        return Boolean.getBoolean("it.servers");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (wanted()) {
            Servers.start();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (wanted()) {
            Servers.stop();
        }
    }
}
