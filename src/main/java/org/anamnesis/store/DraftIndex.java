package org.anamnesis.store;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.draft.Authorship;

/** Notes what a draft came from when it is kept, in the same transaction: no draft is ever without. */
final class DraftIndex {

    private static final String HISTORY = "/_history/";

    private DraftIndex() {}

    /** The resources of shown statements, and of the withheld ones too: a reader may have seen those as well. */
    static void add(EntityManager entities, StoredDraft draft) {
        DraftOriginRow origin = new DraftOriginRow();
        origin.draft = draft.id();
        if (draft.content().authorship() instanceof Authorship.ByModel model) {
            origin.model = model.model();
            origin.promptVersion = model.promptVersion();
            origin.promptHash = model.promptHash();
        }
        entities.persist(origin);
        Set<String> sources = new HashSet<>();
        Stream.concat(
                        draft.content().sources().stream(),
                        draft.content().statements().stream().flatMap(statement -> statement.citations().stream()))
                .filter(source -> source.contains("/"))
                .filter(sources::add)
                .map(source -> row(draft.id(), source))
                .forEach(entities::persist);
    }

    private static DraftSourceRow row(UUID draft, String source) {
        DraftSourceRow row = new DraftSourceRow();
        row.id = UUID.randomUUID();
        row.draft = draft;
        int history = source.indexOf(HISTORY);
        row.source = history < 0 ? source : source.substring(0, history);
        row.version = history < 0 ? null : source.substring(history + HISTORY.length());
        return row;
    }
}
