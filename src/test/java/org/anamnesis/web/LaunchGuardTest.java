package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.anamnesis.smart.EhrHttp;
import org.anamnesis.smart.Launched;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.StrictEhr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let through, and what says that somebody is there. */
class LaunchGuardTest {

    private static final Map<String, String> UNATTENDED = Map.of("X-Launch-Unattended", "1");

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final MemorySessions sessions = new MemorySessions(clock);
    private Launched launched;
    private Launch launch;
    private String session;

    @BeforeEach
    void open() throws Exception {
        ehr.lifetimeSeconds = Duration.ofDays(2).toSeconds();
        launched = new Launched(ehr, http, clock, directory);
        launch = Launch.of(launched.chart(ehr), clock.instant());
        session = sessions.open(launch);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void case38APageThatSaysThatItAsksByItselfKeepsNoSessionAlive() {
        clock.step(Duration.ofMinutes(10));
        assertThatCode(() -> ask("GET", UNATTENDED)).doesNotThrowAnyException();
        clock.step(Duration.ofMinutes(5));
        assertThat(refusal("GET", UNATTENDED).code()).isEqualTo("session-lost");
    }

    @Test
    void case38APersonsRequestKeepsItAlive() {
        clock.step(Duration.ofMinutes(10));
        assertThatCode(() -> ask("GET", Map.of())).doesNotThrowAnyException();
        clock.step(Duration.ofMinutes(10));
        assertThatCode(() -> ask("GET", UNATTENDED)).doesNotThrowAnyException();
    }

    @Test
    void case38WhatChangesSomethingWasAskedForByAPersonWhateverItSays() {
        clock.step(Duration.ofMinutes(10));
        Map<String, String> own = new HashMap<>(UNATTENDED);
        own.put("Origin", "http://localhost:8080");
        own.put(LaunchGuard.TOKEN_HEADER, launch.token());
        assertThatCode(() -> ask("POST", own)).doesNotThrowAnyException();
        clock.step(Duration.ofMinutes(10));
        assertThatCode(() -> ask("GET", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void case36AnUnattendedRequestFromElsewhereIsRefusedLikeAnyOther() {
        Map<String, String> foreign = new HashMap<>(UNATTENDED);
        foreign.put("Sec-Fetch-Site", "cross-site");
        assertThat(refusal("GET", foreign).code()).isEqualTo("request-foreign");
        assertThat(refusal("POST", UNATTENDED).code()).isEqualTo("request-foreign");
    }

    private ApiRefusal refusal(String method, Map<String, String> headers) {
        return catchThrowableOfType(ApiRefusal.class, () -> ask(method, headers));
    }

    private void ask(String method, Map<String, String> headers) throws IOException, ReflectiveOperationException {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.add("launchId", launch.id());
        UriInfo address = answering(
                UriInfo.class,
                (proxy, called, arguments) ->
                        called.getName().equals("getPath") ? "/" + launch.id() + "/api/alive" : parameters);
        ContainerRequestContext request =
                answering(ContainerRequestContext.class, (proxy, called, arguments) -> switch (called.getName()) {
                    case "getUriInfo" -> address;
                    case "getMethod" -> method;
                    case "getHeaderString" -> headers.get(String.valueOf(arguments[0]));
                    case "getEntityStream" -> new ByteArrayInputStream(new byte[0]);
                    default -> null;
                });
        HttpServletRequest servlet = answering(HttpServletRequest.class, (proxy, called, arguments) ->
                new Cookie[] {new Cookie(Cookies.SESSION, session)});
        LaunchGuard guard = new LaunchGuard();
        CurrentLaunch current = new CurrentLaunch();
        inject(guard, "sessions", sessions);
        inject(guard, "registry", launched.registry);
        inject(guard, "current", current);
        inject(guard, "request", servlet);
        guard.filter(request);
        assertThat(current.launch()).isEqualTo(launch);
    }

    private static <T> T answering(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(LaunchGuardTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    // As the container does.
    private static void inject(LaunchGuard guard, String name, Object value) throws ReflectiveOperationException {
        Field field = LaunchGuard.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(guard, value);
    }
}
