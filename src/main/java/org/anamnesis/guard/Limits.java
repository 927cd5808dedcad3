package org.anamnesis.guard;

/**
 * What an input may be at most.
 *
 * @param bytes of the whole body
 * @param depth of objects, arrays or elements inside one another
 * @param numberLength characters of one number
 * @param exponent of a number, plus or minus
 * @param values of objects, arrays, texts, numbers or elements in all: each costs some hundred bytes once it is parsed, and
 *     charts have one in thirty bytes at most
 */
public record Limits(long bytes, int depth, int numberLength, int exponent, int values) {

    /** What callers may send to an operation, a whole chart among it: 24 MiB. */
    public static final Limits CALLER = of(24L << 20);

    /** What an EHR may answer in one page: 32 MiB. */
    public static final Limits EHR = of(32L << 20);

    /** What an authorization server may answer: 256 KiB. */
    public static final Limits AUTHORIZATION = of(256L << 10);

    public Limits {
        if (bytes < 1 || depth < 1 || numberLength < 1 || exponent < 1 || values < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** The usual limits on shape, with this one on size. */
    public static Limits of(long bytes) {
        return new Limits(bytes, 100, 64, 40, 1_000_000);
    }
}
