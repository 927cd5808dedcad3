package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class SessionSweepTest {

    @Test
    void leavesNothingInTheServersTimerWhenTheApplicationEnds() {
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1)) {
            timer.setRemoveOnCancelPolicy(true);
            SessionSweep sweep = new SessionSweep();
            sweep.timer = managed(timer);
            sweep.begin(new Object(), new MemorySessions(Clock.systemUTC()));
            assertThat(timer.getQueue()).hasSize(1);
            sweep.end();
            assertThat(timer.getQueue()).isEmpty();
        }
    }

    private static ManagedScheduledExecutorService managed(ScheduledThreadPoolExecutor timer) {
        return (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                SessionSweepTest.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> method.invoke(timer, arguments));
    }
}
