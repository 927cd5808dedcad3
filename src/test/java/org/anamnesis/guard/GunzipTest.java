package org.anamnesis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.guard.RefusedInput.Reason;
import org.junit.jupiter.api.Test;

/** The number is that of the catalogue of attack cases. */
class GunzipTest {

    @Test
    void unpacksWhatAnHonestSenderPacked() throws IOException {
        byte[] text = "{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8);
        try (Gunzip gunzip = new Gunzip(new ByteArrayInputStream(packed(text, 1)), Limits.CALLER)) {
            assertThat(gunzip.readAllBytes()).isEqualTo(text);
        }
    }

    @Test
    void case06RefusesABombLongBeforeTheSizeLimit() throws IOException {
        byte[] bomb = packed(new byte[1 << 20], 200);
        Counting out = new Counting();
        RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> {
            try (Gunzip gunzip = new Gunzip(new ByteArrayInputStream(bomb), Limits.of(1L << 30))) {
                gunzip.transferTo(out);
            }
        });
        assertThat(refused.reason()).isEqualTo(Reason.INFLATED);
        assertThat(out.count).isLessThan(2 << 20);
    }

    @Test
    void case06RefusesWhatUnpacksBeyondTheSizeLimit() throws IOException {
        byte[] text = new byte[300_000];
        new java.util.Random(7).nextBytes(text);
        RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> {
            try (Gunzip gunzip = new Gunzip(new ByteArrayInputStream(packed(text, 1)), Limits.of(200_000))) {
                gunzip.readAllBytes();
            }
        });
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesWhatIsNotGzipOrEndsEarly() throws IOException {
        byte[] whole = packed("{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8), 1);
        for (byte[] wrong : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(whole, whole.length - 9)}) {
            RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> {
                try (Gunzip gunzip = new Gunzip(new ByteArrayInputStream(wrong), Limits.CALLER)) {
                    gunzip.readAllBytes();
                }
            });
            assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        }
    }

    private static byte[] packed(byte[] part, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int at = 0; at < times; at++) {
                gzip.write(part);
            }
        }
        return packed.toByteArray();
    }

    private static final class Counting extends OutputStream {

        private int count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
