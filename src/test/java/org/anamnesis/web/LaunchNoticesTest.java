package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.anamnesis.smart.LaunchRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clinicians read where a launch comes to nothing. */
class LaunchNoticesTest {

    /** Where the tests of the page in a browser find the notices. */
    private static final Path FOR_BROWSERS = Path.of("target", "notices.json");

    @ParameterizedTest
    @EnumSource
    void saysWhatHappenedWhoCanHelpAndACodeToBeNamed(LaunchRefusal why) {
        Notice notice = LaunchNotices.of(why);
        Shown shown = shown(notice);
        assertThat(notice.code()).isEqualTo(why.code());
        assertThat(notice.status()).isBetween(400, 599);
        assertThat(notice.advice())
                .as("what to do, or who can do it")
                .containsPattern("(?i)whoever|from (within )?(a|the) patient's chart|set up for one organization");
        assertThat(shown.html())
                .contains("<h1>" + notice.title() + "</h1>", "Code: " + why.code() + ", incident i-1")
                .doesNotContain("%s");
    }

    @Test
    void aNoticeCanDoNothingAndIsFramedByNobodyButItsEhr() {
        Shown shown = shown(LaunchNotices.of(LaunchRefusal.DENIED));
        assertThat(shown.policy())
                .matches("default-src 'none'; style-src 'nonce-[A-Za-z0-9_-]{22}'; form-action 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(shown.html()).doesNotContain("<script", "src=", "<form", "http");
    }

    @Test
    void codesAreTheirOwn() throws IOException {
        Map<String, Shown> notices = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(LaunchRefusal.values()).map(LaunchNotices::of),
                        Stream.of(Notice.NOT_OPEN, Notice.HANDOFF_OVER))
                .forEach(notice ->
                        assertThat(notices.put(notice.code(), shown(notice))).isNull());
        notices.put(
                "launch-cookie-blocked-in-frame",
                shown(Notice.cookiesBlocked("http://127.0.0.1:1/app/launch?handoff=code")));
        Files.createDirectories(FOR_BROWSERS.toAbsolutePath().getParent());
        new ObjectMapper().writeValue(FOR_BROWSERS.toFile(), notices);
    }

    /** A notice as it is sent. */
    record Shown(int status, String policy, String html) {}

    private static Shown shown(Notice notice) {
        Map<String, Object> headers = new HashMap<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                LaunchNoticesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> headers.put(String.valueOf(arguments[0]), arguments[1]));
        String html = notice.framed(response, null, "i-1");
        return new Shown(notice.status(), String.valueOf(headers.get("Content-Security-Policy")), html);
    }
}
