package org.anamnesis.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Mutants of honest inputs, the same ones at every run. */
public final class Mutations {

    private static final long SEED = 20241120;

    /** What parsers trip over, in JSON, in XML and in FHIR. */
    private static final List<byte[]> TRICKS = List.of(
            bytes("1e999999999"),
            bytes("-1e-2147483648"),
            bytes("\"\\ud800\""),
            bytes("\\u0000"),
            bytes("\u202e\u200b\ufeff"),
            bytes("null"),
            bytes("{}"),
            bytes("[]"),
            bytes("[[[[{\"a\":[{}]}]]]]"),
            bytes("\"id\":\"x\",\"id\":\"y\","),
            bytes("\"resourceType\":\"Bundle\","),
            bytes("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"#\"}],"),
            bytes("\"reference\":\"#\""),
            bytes("urn:uuid:"),
            bytes("<!DOCTYPE x [<!ENTITY y \"z\">]>"),
            bytes("&y;"),
            bytes("<![CDATA[x]]>"),
            bytes("</Bundle>"),
            bytes("9999-99-99T99:99:99+99:99"),
            bytes("true"),
            new byte[] {(byte) 0xC3, 0x28},
            new byte[] {0},
            bytes("\""),
            bytes("\\"));

    private final Random random = new Random(SEED);
    private final List<byte[]> seeds;

    private Mutations(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    /** Hands out each seed and then so many mutants of them. */
    public static void of(int count, List<byte[]> seeds, Consumer<byte[]> target) {
        Mutations mutations = new Mutations(seeds);
        seeds.forEach(target);
        for (int at = 0; at < count; at++) {
            target.accept(mutations.next());
        }
    }

    private byte[] next() {
        byte[] mutant = seeds.get(random.nextInt(seeds.size())).clone();
        for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
            mutant = mutant.length == 0 ? TRICKS.get(0) : mutated(mutant);
        }
        return mutant;
    }

    private byte[] mutated(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 200));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(bytes, from, to, new byte[0]);
            case 1 -> replaced(bytes, from, from, TRICKS.get(random.nextInt(TRICKS.size())));
            case 2 -> replaced(bytes, from, to, TRICKS.get(random.nextInt(TRICKS.size())));
            case 3 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 4 -> {
                bytes[from] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int cut = random.nextInt(other.length + 1);
                yield replaced(bytes, from, bytes.length, Arrays.copyOfRange(other, cut, other.length));
            }
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        byte[] all = Arrays.copyOf(bytes, from + with.length + bytes.length - to);
        System.arraycopy(with, 0, all, from, with.length);
        System.arraycopy(bytes, to, all, from + with.length, bytes.length - to);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
