package org.anamnesis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is the same signer. */
class SignerTest {

    private static final Signer EVA = Signer.of("Practitioner/eva");
    private static final Signer BY_DAY = new Signer("PractitionerRole/day", Optional.of("Practitioner/eva"));
    private static final Signer BY_NIGHT = new Signer("PractitionerRole/night", Optional.of("Practitioner/eva"));
    private static final Signer UNSAID = Signer.of("PractitionerRole/day");
    private static final Signer PASSED_ON = new Signer("PractitionerRole/day", Optional.of("Practitioner/tom"));

    @Test
    void aPersonIsTheSameInEachOfTheirRoles() {
        assertThat(EVA.isSameAs(BY_DAY)).isTrue();
        assertThat(BY_DAY.isSameAs(EVA)).isTrue();
        assertThat(BY_DAY.isSameAs(BY_NIGHT)).isTrue();
        assertThat(EVA.isSameAs(Signer.of("Practitioner/tom"))).isFalse();
    }

    @Test
    void aRoleThatPassedOnToAnotherIsNotTheSameSigner() {
        assertThat(BY_DAY.isSameAs(PASSED_ON)).isFalse();
    }

    @Test
    void ofARoleThatNobodyResolvedOnlyTheSameReferenceIsTheSame() {
        assertThat(UNSAID.isSameAs(UNSAID)).isTrue();
        assertThat(UNSAID.isSameAs(BY_DAY)).isTrue();
        assertThat(UNSAID.isSameAs(BY_NIGHT)).isFalse();
        assertThat(UNSAID.isSameAs(EVA)).isFalse();
        assertThat(EVA.isSameAs(UNSAID)).isFalse();
    }

    @Test
    void aSignatureKnowsThePersonBehindTheRoleOrTheReferenceItWasMadeWith() {
        Instant at = Instant.parse("2025-03-04T12:00:00Z");
        assertThat(new StoredDraft.Signature("PractitionerRole/day", Optional.of("Practitioner/eva"), at).isBy(EVA))
                .isTrue();
        assertThat(new StoredDraft.Signature("Practitioner/eva", at).isBy(BY_NIGHT))
                .isTrue();
        assertThat(new StoredDraft.Signature("PractitionerRole/day", at).isBy(EVA))
                .isFalse();
        assertThat(new StoredDraft.Signature("PractitionerRole/day", at).isBy(BY_DAY))
                .isTrue();
        assertThat(new NewSignature(EVA, at, "", Optional.empty(), at).person()).isEmpty();
        assertThat(new NewSignature(BY_DAY, at, "", Optional.empty(), at).person())
                .hasValue("Practitioner/eva");
    }
}
