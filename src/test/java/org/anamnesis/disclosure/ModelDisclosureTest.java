package org.anamnesis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditUnavailable;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.model.Cause;
import org.junit.jupiter.api.Test;

/** Text on its way to models, in the trail. */
class ModelDisclosureTest {

    private final RecordedEvents trail = new RecordedEvents();
    private final ModelDisclosure disclosure = new ModelDisclosure(trail, "ward", "p1", "client user");

    @Test
    void eachDisclosureHasARecordBeforeItAndOneOfWhatCameOfIt() {
        disclosure.record("ward-7b", "llm.ward.example", "brief-3");
        disclosure.came(Optional.of(Cause.CUT));
        disclosure.record("ward-8b", "llm.ward.example", "brief-3");
        disclosure.came(Optional.of(Cause.DECLINED));
        disclosure.record("ward-9b", "llm.ward.example", "brief-3");
        disclosure.came(Optional.empty());
        assertThat(trail.events())
                .extracting(AuditEvent::detail)
                .containsExactly(
                        "to ward-7b at llm.ward.example, prompt brief-3",
                        "to ward-8b at llm.ward.example, prompt brief-3",
                        "to ward-9b at llm.ward.example, prompt brief-3");
        assertThat(trail.ends())
                .extracting(end -> end.begun().orElseThrow() + " " + end.outcome() + " " + end.detail())
                .containsExactly(
                        "1 FAILED to ward-7b at llm.ward.example, prompt brief-3, connection-cut",
                        "2 REFUSED to ward-8b at llm.ward.example, prompt brief-3, declined",
                        "3 DONE to ward-9b at llm.ward.example, prompt brief-3, answered");
    }

    @Test
    void invariant9WithTheTrailDownNoTextGoes() {
        trail.refuse();
        assertThatThrownBy(() -> disclosure.record("ward-7b", "llm.ward.example", "brief-3"))
                .isInstanceOf(AuditUnavailable.class);
    }
}
