package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.anamnesis.guard.RefusedInput.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the catalogue of attack cases. */
class JsonGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.1",
                "1e40",
                "1.5E-40",
                "1e+0000000000000000000000000000000000000000007",
                "123456789012345678901234567890123456789012345678901234567890.123"
            })
    void passesNumbersAsChartsHaveThem(String number) {
        assertThatCode(() -> JsonGuard.check(quantity(number), Limits.CALLER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E+999999999", "-1e41", "1e99999999999999999999999999"})
    void case01RefusesADecimalThatPrintsToAGigabyte(String number) {
        assertRefused(quantity(number), Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case03RefusesADecimalWithAHundredMillionPlaces() {
        assertRefused(quantity("1e-100000000"), Reason.NUMBER_TOO_BIG);
    }

    @Test
    void case04RefusesADecimalWhoseScaleOverflows() {
        assertRefused(quantity("1e2147483647"), Reason.NUMBER_TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 4_000, 100_000})
    void case01RefusesANumberOfManyDigits(int digits) {
        assertRefused(quantity("9".repeat(digits)), Reason.NUMBER_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void case05RefusesWhatIsTooDeep(int depth) {
        assertRefused(nested(depth), Reason.TOO_DEEP);
    }

    @Test
    void case05PassesAHundredLevels() {
        assertThatCode(() -> JsonGuard.check(nested(100), Limits.CALLER)).doesNotThrowAnyException();
    }

    @Test
    void case06StopsReadingAnEndlessBodyAtTheLimit() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            private final byte[] start = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                long at = given.getAndIncrement();
                return at < start.length ? start[(int) at] : 'x';
            }
        };
        RefusedInput refused =
                catchThrowableOfType(RefusedInput.class, () -> JsonGuard.check(endless, Limits.of(100_000)));
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.reason().isSize()).isTrue();
        assertThat(given.get()).isLessThan(200_000);
    }

    @Test
    void case06RefusesASmallBodyOfMoreValuesThanAnyChartHas() {
        assertRefused(bytes("{\"a\":[" + "0,".repeat(1_000_000) + "0]}"), Reason.TOO_MANY);
        assertRefused(bytes("{\"a\":[" + "{},".repeat(1_000_000) + "{}]}"), Reason.TOO_MANY);
        assertThatCode(() -> JsonGuard.check(bytes("{\"a\":[" + "0,".repeat(999_900) + "0]}"), Limits.CALLER))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"id\":\"a\",\"i\\u0064\":\"b\"}",
                "{\"entry\":[{\"x\":1},{\"x\":1,\"y\":{\"x\":2},\"x\":3}]}"
            })
    void case10RefusesANameTwiceInOneObject(String json) {
        assertRefused(bytes(json), Reason.DUPLICATE_NAME);
    }

    @Test
    void case10PassesANameAgainInAnotherObject() {
        String json = "{\"x\":[{\"x\":1},{\"x\":{\"x\":2}}],\"y\":{\"x\":3}}";
        assertThatCode(() -> JsonGuard.check(bytes(json), Limits.CALLER)).doesNotThrowAnyException();
    }

    @Test
    void case13RefusesBytesThatAreNotUtf8() {
        assertRefused(around((byte) 0xC3, (byte) 0x28), Reason.ENCODING);
        assertRefused(around((byte) 0xED, (byte) 0xA0, (byte) 0x80), Reason.ENCODING);
        assertRefused(around((byte) 0xC0, (byte) 0xAF), Reason.ENCODING);
        assertRefused("{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_16), Reason.ENCODING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"\\ud800\"}",
                "{\"text\":\"\\ude00\\ud83d\"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"te\\u0000xt\":\"b\"}"
            })
    void case13RefusesHalfSurrogatesAndNulHoweverEscaped(String json) {
        assertRefused(bytes(json), Reason.ENCODING);
    }

    @Test
    void case13RefusesAByteOrderMarkAndARawNul() {
        assertRefused(bytes("\uFEFF{\"text\":\"x\"}"), Reason.ENCODING);
        assertRefused(bytes("{\"text\":\"a\0b\"}"), Reason.MALFORMED);
        assertRefused(bytes("\0{\"text\":\"ab\"}"), Reason.ENCODING);
    }

    @Test
    void passesTextOfEveryScript() {
        String json = "{\"text\":\"Zoë 東京 \\ud83e\\ude7a 🩺 \\u202e\"}";
        assertThatCode(() -> JsonGuard.check(bytes(json), Limits.CALLER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{",
                "{\"a\":1",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{} {}",
                "{}]",
                "{\"a\":[1}]",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":.5}",
                "<Patient/>"
            })
    void refusesWhatIsNotOneJsonObject(String json) {
        assertRefused(bytes(json), Reason.MALFORMED);
    }

    @Test
    void saysNothingOfTheContent() {
        RefusedInput refused = catchThrowableOfType(
                RefusedInput.class,
                () -> JsonGuard.check(bytes("{\"name\":\"Marker Canary\",\"name\":1}"), Limits.CALLER));
        assertThat(refused).hasMessage("input refused: duplicate-name").hasNoCause();
    }

    @Test
    void lastsThroughAFailureOfTheStreamItself() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThat(catchThrowableOfType(IOException.class, () -> JsonGuard.check(broken, Limits.CALLER)))
                .isNotInstanceOf(RefusedInput.class)
                .hasMessage("connection reset");
    }

    private static void assertRefused(byte[] body, Reason reason) {
        RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> JsonGuard.check(body, Limits.CALLER));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }

    private static byte[] quantity(String number) {
        return bytes("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + "\"valueQuantity\":{\"value\":" + number + "}}");
    }

    private static byte[] nested(int depth) {
        int inner = depth - 1;
        return bytes("{\"a\":" + "[".repeat(inner) + "]".repeat(inner) + "}");
    }

    private static byte[] around(byte... middle) {
        byte[] start = bytes("{\"text\":\"");
        byte[] end = bytes("\"}");
        byte[] all = new byte[start.length + middle.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(middle, 0, all, start.length, middle.length);
        System.arraycopy(end, 0, all, start.length + middle.length, end.length);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
