package org.anamnesis.triage;

import java.math.BigDecimal;

/**
 * A limit of a rule, e.g. {@code >= 65}.
 *
 * @param sign {@code >=}, {@code >}, {@code <=} or {@code <}
 * @param number the limit
 */
record Bound(String sign, BigDecimal number) {

    boolean holds(BigDecimal value) {
        int side = value.compareTo(number);
        return switch (sign) {
            case ">=" -> side >= 0;
            case ">" -> side > 0;
            case "<=" -> side <= 0;
            case "<" -> side < 0;
            default -> throw new IllegalArgumentException("no sign of comparison: " + sign);
        };
    }

    /** Whether values below the limit are the ones that count. */
    boolean isUpper() {
        return sign.startsWith("<");
    }

    /** Of a span of whole numbers: yes where all of it holds, no where none does, else open. */
    Answer ofSpan(long from, long to) {
        boolean low = holds(BigDecimal.valueOf(from));
        boolean high = holds(BigDecimal.valueOf(to));
        if (low != high) {
            return Answer.OPEN;
        }
        return low ? Answer.YES : Answer.NO;
    }
}
