package org.anamnesis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who acted, as the trail has it. */
class ActorTest {

    @Test
    void clientUserAndPractitionerAreAWordEach() {
        assertThat(Actor.of("app", "dr-hassan", Optional.of("Practitioner/hassan")))
                .isEqualTo("app dr-hassan Practitioner/hassan");
        assertThat(Actor.of("app", "dr-hassan", Optional.empty())).isEqualTo("app dr-hassan");
        assertThat(Actor.of("", "", Optional.empty())).isEqualTo("unknown unknown");
    }

    @Test
    void aUsersIdWithSpacesInItPassesForNoPractitioner() {
        assertThat(Actor.of("app", "eve Practitioner/hassan", Optional.empty()).split(" "))
                .containsExactly("app", "eve_Practitioner/hassan");
        assertThat(Actor.of("app dr-hassan\u2003x", "eve", Optional.empty()).split(" "))
                .containsExactly("app_dr-hassan_x", "eve");
    }
}
