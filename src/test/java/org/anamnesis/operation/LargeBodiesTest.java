package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The number is that of the catalogue of attack cases. */
class LargeBodiesTest {

    private static final byte[] SMALL = new byte[LargeBodies.FROM_BYTES];
    private static final byte[] LARGE = new byte[LargeBodies.FROM_BYTES + 1];

    @Test
    void case06OnlySoManyLargeBodiesAreReadAtATime() throws IOException {
        LargeBodies two = new LargeBodies(2);
        try (LargeBodies.Admission first = two.admit(new ByteArrayInputStream(LARGE));
                LargeBodies.Admission second = two.admit(new ByteArrayInputStream(LARGE))) {
            assertThat(first.readAllBytes()).hasSize(LARGE.length);
            assertThat(second.readAllBytes()).hasSize(LARGE.length);
            LargeBodies.Admission third = two.admit(new ByteArrayInputStream(LARGE));
            assertThatThrownBy(third::readAllBytes).isInstanceOf(LargeBodies.NoPlace.class);
            third.close();
        }
        assertThat(two.admit(new ByteArrayInputStream(LARGE)).readAllBytes()).hasSize(LARGE.length);
    }

    @Test
    void smallBodiesNeedNoPlace() throws IOException {
        LargeBodies none = new LargeBodies(0);
        assertThat(none.admit(new ByteArrayInputStream(SMALL)).readAllBytes()).hasSize(SMALL.length);
    }

    @Test
    void aPlaceIsGivenBackOnce() throws IOException {
        LargeBodies one = new LargeBodies(1);
        LargeBodies.Admission first = one.admit(new ByteArrayInputStream(LARGE));
        first.readAllBytes();
        first.close();
        first.close();
        one.admit(new ByteArrayInputStream(LARGE)).readAllBytes();
        assertThatThrownBy(() -> one.admit(new ByteArrayInputStream(LARGE)).readAllBytes())
                .isInstanceOf(LargeBodies.NoPlace.class);
    }
}
