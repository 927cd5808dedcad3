package org.anamnesis.store;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.ModelTry;

/** Notes what a draft came from when it is kept, in the same transaction: no draft is ever without. */
final class DraftIndex {

    /** What is indexed of a draft; see the schema. */
    static final int VERSION = 3;

    /** The version before it that knew of turns. */
    private static final int TURNS = 2;

    private static final String HISTORY = "/_history/";

    private DraftIndex() {}

    /** The resources of shown statements, of the withheld ones too, which a reader may have seen as well, and what a model was told. */
    static void add(EntityManager entities, StoredDraft draft) {
        add(entities, draft.id(), draft.content());
    }

    /** The same for a draft that was indexed by an earlier version, or never: what is there stays. */
    static void add(EntityManager entities, UUID draft, DraftContent content) {
        DraftOriginRow known = entities.find(DraftOriginRow.class, draft);
        if (known == null) {
            entities.persist(origin(draft, content.authorship()));
            sources(entities, draft, content);
        }
        int indexed = known == null ? 0 : known.indexed;
        told(entities, draft, content);
        if (indexed < TURNS) {
            turns(entities, draft, content);
        }
        if (known != null) {
            known.indexed = VERSION;
        }
    }

    private static void turns(EntityManager entities, UUID draft, DraftContent content) {
        if (content.authorship() instanceof Authorship.ByModel model) {
            model.tried().stream()
                    .filter(turn -> turn.outcome().equals(ModelTry.ANSWERED))
                    .map(ModelTry::prompt)
                    .distinct()
                    .map(prompt -> turn(draft, prompt))
                    .forEach(entities::persist);
        }
    }

    private static DraftOriginRow origin(UUID draft, Authorship authorship) {
        DraftOriginRow origin = new DraftOriginRow();
        origin.draft = draft;
        origin.indexed = VERSION;
        if (authorship instanceof Authorship.ByModel model) {
            origin.model = model.model();
            origin.promptVersion = model.promptVersion();
            origin.promptHash = model.promptHash();
        }
        return origin;
    }

    private static void sources(EntityManager entities, UUID draft, DraftContent content) {
        Set<String> sources = new HashSet<>();
        Stream.concat(
                        content.sources().stream(),
                        content.statements().stream().flatMap(statement -> statement.citations().stream()))
                .filter(source -> source.contains("/"))
                .filter(sources::add)
                .map(source -> row(draft, source, true))
                .forEach(entities::persist);
    }

    private static void told(EntityManager entities, UUID draft, DraftContent content) {
        content.uncited().stream()
                .distinct()
                .map(source -> row(draft, source, false))
                .forEach(entities::persist);
    }

    private static DraftTurnRow turn(UUID draft, String prompt) {
        DraftTurnRow row = new DraftTurnRow();
        row.id = UUID.randomUUID();
        row.draft = draft;
        row.promptVersion = prompt;
        return row;
    }

    private static DraftSourceRow row(UUID draft, String source, boolean cited) {
        DraftSourceRow row = new DraftSourceRow();
        row.id = UUID.randomUUID();
        row.draft = draft;
        row.cited = cited;
        int history = source.indexOf(HISTORY);
        row.source = history < 0 ? source : source.substring(0, history);
        row.version = history < 0 ? null : source.substring(history + HISTORY.length());
        return row;
    }
}
