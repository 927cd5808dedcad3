package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Whether values that are offered hold an answer: each of its parts, as a number by value, as a time by its moment. */
final class AnswerPresence {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private AnswerPresence() {}

    /** @param answer an array; the parts of an object in it count each for themselves */
    static boolean isIn(JsonNode answer, Collection<String> offered) {
        return StreamSupport.stream(answer.spliterator(), false)
                .allMatch(part -> part.isContainerNode()
                        ? isIn(part, offered)
                        : offered.stream().anyMatch(value -> areSame(part.asText(), value)));
    }

    private static boolean areSame(String wanted, String offered) {
        String one = wanted.strip().toLowerCase(Locale.ROOT);
        String other = offered.strip().toLowerCase(Locale.ROOT);
        if (one.equals(other)) {
            return true;
        }
        if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        }
        Optional<OffsetDateTime> time = time(wanted);
        return time.isPresent()
                && time(offered).filter(moment -> moment.isEqual(time.get())).isPresent();
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip().replace(' ', 'T')));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
