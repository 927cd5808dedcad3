package org.anamnesis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every pair of states: what may follow what, written down once more and on its own. */
class DraftStateTest {

    private static final Map<String, Set<String>> MOVES = Map.of(
            "DRAFTED", Set.of("EDITED", "SIGNED", "REJECTED", "EXPIRED"),
            "EDITED", Set.of("EDITED", "SIGNED", "REJECTED", "EXPIRED"),
            "SIGNED", Set.of("EDITED", "FILED", "REJECTED"),
            "FILED", Set.of("SUPERSEDED", "ENTERED_IN_ERROR"),
            "SUPERSEDED", Set.of("ENTERED_IN_ERROR"),
            "REJECTED", Set.of(),
            "ENTERED_IN_ERROR", Set.of(),
            "EXPIRED", Set.of());

    @TestFactory
    Stream<DynamicTest> everyMoveIsAllowedOrImpossible() {
        assertThat(MOVES.keySet())
                .isEqualTo(Arrays.stream(DraftState.values()).map(Enum::name).collect(Collectors.toSet()));
        return Arrays.stream(DraftState.values())
                .flatMap(from -> Arrays.stream(DraftState.values())
                        .map(to -> DynamicTest.dynamicTest(from + " to " + to, () -> move(from, to))));
    }

    private static void move(DraftState from, DraftState to) {
        if (MOVES.get(from.name()).contains(to.name())) {
            from.require(to);
        } else {
            assertThatThrownBy(() -> from.require(to))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining(from.name());
        }
    }
}
