package org.anamnesis.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditUnavailable;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.background.BackgroundWork.Next;
import org.anamnesis.store.DraftIndexing;
import org.anamnesis.store.DraftOrigins;
import org.junit.jupiter.api.Test;

/** Outputs that are recalled: all of them, and what could not be looked at is said. */
class RecallsTest {

    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");
    private static final DraftOrigins.Wanted WANTED = new DraftOrigins.Wanted(
            "ward", Optional.of("mistral"), Optional.empty(), Optional.empty(), Optional.empty());

    private final RecordedEvents audit = new RecordedEvents();
    private final Kept kept = new Kept();
    private final Old old = new Old();
    private final Recalls recalls = new Recalls(kept, old, audit, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void everyOutputIsMarkedHoweverFewAreToldOfAndEachMarkIsARecord() {
        kept.hold(1_234);
        Recalls.Recalled recalled = recalls.mark(WANTED, "wrong lot", "client", 10);
        assertThat(recalled.outputs()).hasSize(10);
        assertThat(recalled.isWhole()).isFalse();
        assertThat(kept.marked).hasSize(1_234);
        assertThat(audit.ends())
                .filteredOn(event -> event.kind() == AuditEvent.Kind.RECALL_MARKED)
                .hasSize(1_234);
        recalls.mark(WANTED, "wrong lot", "client", 10);
        assertThat(audit.ends()).as("marked once for each reason").hasSize(1_234);
    }

    @Test
    void whatCannotBeLookedAtMakesTheAnswerIncomplete() {
        kept.hold(1);
        assertThat(recalls.find(WANTED, "client", 10).isWhole()).isTrue();
        old.unindexed.add(UUID.randomUUID());
        assertThat(recalls.find(WANTED, "client", 10))
                .satisfies(recalled -> assertThat(recalled.isWhole()).isFalse())
                .satisfies(recalled -> assertThat(recalled.notSearched()).isEqualTo(1));
    }

    @Test
    void invariant9WhereTheMarkCannotBeRecordedNothingIsMarked() {
        kept.hold(3);
        audit.refuse();
        assertThatThrownBy(() -> recalls.mark(WANTED, "wrong lot", "client", 10))
                .isInstanceOf(AuditUnavailable.class);
        assertThat(kept.marked).isEmpty();
    }

    @Test
    void draftsOfEarlierVersionsAreIndexedAndASealedOneStopsNobody() {
        IntStream.range(0, 450).forEach(at -> old.unindexed.add(new UUID(1, at)));
        old.sealed.add(new UUID(1, 7));
        assertThat(new IndexWork(old).run("")).isEqualTo(new Next.Done());
        assertThat(old.unindexed).containsExactly(new UUID(1, 7));
        assertThat(recalls.find(WANTED, "client", 10).notSearched()).isEqualTo(1);
    }

    private static final class Kept extends DraftOrigins {

        private final List<UUID> drafts = new ArrayList<>();
        private final Set<UUID> marked = new HashSet<>();

        void hold(int many) {
            IntStream.range(0, many).forEach(at -> drafts.add(new UUID(1, at)));
        }

        @Override
        public List<Found> find(Wanted wanted, int most) {
            return drafts.stream().map(Kept::found).limit(most).toList();
        }

        @Override
        public List<Found> unmarked(Wanted wanted, String reason, int most) {
            return drafts.stream()
                    .filter(draft -> !marked.contains(draft))
                    .map(Kept::found)
                    .limit(most)
                    .toList();
        }

        private static Found found(UUID draft) {
            return new Found(
                    draft,
                    "p1",
                    "FILED",
                    Optional.empty(),
                    NOON,
                    "model",
                    Optional.of("mistral"),
                    Optional.of("brief-3"),
                    Optional.empty(),
                    List.of());
        }

        @Override
        public void mark(List<UUID> which, Mark mark) {
            marked.addAll(which);
        }
    }

    private static final class Old extends DraftIndexing {

        private final List<UUID> unindexed = new ArrayList<>();
        private final Set<UUID> sealed = new HashSet<>();

        @Override
        public long notIndexed(String ehr) {
            return unindexed.size();
        }

        @Override
        public List<UUID> next(Optional<UUID> after, int most) {
            return unindexed.stream()
                    .filter(draft -> after.isEmpty() || draft.compareTo(after.get()) > 0)
                    .limit(most)
                    .toList();
        }

        @Override
        public boolean index(UUID draft) {
            return !sealed.contains(draft) && unindexed.remove(draft);
        }
    }
}
