package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * One part of a score: what it was given for.
 *
 * @param name the part, as the publication calls it
 * @param inputs the values it rests on
 * @param rule the step of the publication's table that gave the points
 * @param points what it adds
 */
public record Component(String name, List<Measured<?>> inputs, String rule, BigDecimal points) {

    public Component {
        inputs = List.copyOf(inputs);
    }
}
