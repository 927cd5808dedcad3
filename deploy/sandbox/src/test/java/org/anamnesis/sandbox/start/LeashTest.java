package org.anamnesis.sandbox.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeashTest {

    private static final String LONG_LIVED = "echo started; exec sleep 120";

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void release() {
        started.forEach(leash -> {
            leash.descendants().forEach(ProcessHandle::destroyForcibly);
            leash.destroyForcibly();
        });
    }

    @Test
    void theServerEndsWhenWhoStartedItIsGone() throws Exception {
        Process leash = start(LONG_LIVED);
        List<ProcessHandle> all = leash.descendants().toList();
        assertThat(all).isNotEmpty();

        leash.getOutputStream().close();

        assertEnd(leash, all);
    }

    @Test
    void theServerEndsOnTerm() throws Exception {
        Process leash = start(LONG_LIVED);
        List<ProcessHandle> all = leash.descendants().toList();
        assertThat(all).isNotEmpty();

        leash.destroy();

        assertEnd(leash, all);
    }

    @Test
    void theLeashEndsWithTheServer() throws Exception {
        assertThat(start("echo started").waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Starts a server on a leash; it says a line when it runs. */
    private Process start(String server) throws IOException {
        Process leash = new ProcessBuilder("bash", "-c", Product.LEASH, "leash", "bash", "-c", server).start();
        started.add(leash);
        assertThat(leash.inputReader().readLine()).isEqualTo("started");
        return leash;
    }

    private static void assertEnd(Process leash, List<ProcessHandle> all) throws Exception {
        assertThat(leash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle one : all) {
            assertThat(one.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }
}
