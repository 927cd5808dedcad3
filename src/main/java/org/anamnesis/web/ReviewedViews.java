package org.anamnesis.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.review.ReviewedDraft;
import org.anamnesis.review.ReviewedStatement;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftOrigins;
import org.anamnesis.store.DraftViews;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** The views of drafts, kept as they were first shown, with what reviewers made of them since. */
@ApplicationScoped
public class ReviewedViews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable DraftViews views;
    private final @Nullable DraftOrigins origins;
    private final @Nullable Names names;

    /** For the container's proxies only. */
    protected ReviewedViews() {
        this.views = null;
        this.origins = null;
        this.names = null;
    }

    @Inject
    public ReviewedViews(DraftViews views, DraftOrigins origins, Names names) {
        this.views = views;
        this.origins = origins;
        this.names = names;
    }

    /** Keeps a new draft's view for the user it was made for, and gives it back. */
    SummaryView kept(StoredDraft draft, SummaryView view, Launch launch) {
        try {
            Objects.requireNonNull(views).keep(draft.id(), JSON.writeValueAsString(view), user(launch));
            return view;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is a record of plain values", e);
        }
    }

    /** Gives the draft that takes another's place the other's view. */
    void carryOver(UUID from, UUID to, Launch launch) {
        DraftViews kept = Objects.requireNonNull(views);
        if (kept.find(to).isEmpty()) {
            kept.find(from).ifPresent(view -> kept.keep(to, view, user(launch)));
        }
    }

    /** The view of a draft as it is now; empty where none was kept. */
    Optional<SummaryView> of(StoredDraft draft) {
        return Objects.requireNonNull(views)
                .find(draft.id())
                .map(view -> reviewed(
                        view,
                        draft,
                        recalls(draft),
                        Objects.requireNonNull(names).at(draft.ehr())));
    }

    /** Why it was recalled; a draft that has another's words is recalled with that one. */
    private List<SummaryView.RecallView> recalls(StoredDraft draft) {
        if (!draft.review().recalled()) {
            return List.of();
        }
        DraftOrigins known = Objects.requireNonNull(origins);
        return Stream.concat(
                        known.marksOf(draft.id()).stream().map(mark -> SummaryView.RecallView.of(mark, false)),
                        draft.review().replaces().stream()
                                .flatMap(id -> known.marksOf(id).stream())
                                .map(mark -> SummaryView.RecallView.of(mark, true)))
                .toList();
    }

    private static String user(Launch launch) {
        return launch.chart().user().subject();
    }

    static SummaryView reviewed(String view, StoredDraft draft, List<SummaryView.RecallView> recalls, Names.At names) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(view);
            tree.put("draftId", draft.id().toString());
            tree.put("text", draft.text());
            tree.put("textHash", draft.textHash());
            tree.set("recalls", JSON.valueToTree(recalls));
            ReviewedDraft reviewed = ReviewedDraft.of(draft);
            tree.withArray("sections").forEach(section -> mark(section.withArray("statements"), reviewed, names));
            mark(tree.withArray("added"), reviewed, names);
            return JSON.treeToValue(tree, SummaryView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept view cannot be read", e);
        }
    }

    private static void mark(ArrayNode statements, ReviewedDraft reviewed, Names.At names) {
        List<JsonNode> now = new ArrayList<>();
        statements.forEach(statement -> {
            int index = statement.path("index").asInt(-1);
            reviewed.statement(index).ifPresent(found -> mark((ObjectNode) statement, found, names));
            now.add(statement);
            inserted(reviewed, index).forEach(added -> now.add(view(added, names)));
        });
        statements.removeAll();
        statements.addAll(now);
    }

    /** What was inserted after a statement, and after that, in the order in which the text has it. */
    private static List<ReviewedStatement> inserted(ReviewedDraft reviewed, int anchor) {
        return reviewed.statements().stream()
                .filter(statement -> statement.after().isPresent())
                // What a reviewer inserted and took out again never was in the draft: nothing is left to show.
                .filter(statement -> statement.mark() != ReviewedStatement.Mark.REJECTED)
                .filter(statement -> anchor(reviewed, statement) == anchor)
                .toList();
    }

    private static int anchor(ReviewedDraft reviewed, ReviewedStatement inserted) {
        ReviewedStatement before = inserted;
        while (before.after().isPresent()) {
            before = reviewed.statements().get(before.after().get());
        }
        return before.index();
    }

    private static ObjectNode view(ReviewedStatement inserted, Names.At names) {
        ObjectNode node = JSON.createObjectNode();
        node.put("index", inserted.index());
        node.put("verdict", "");
        node.putArray("citations");
        mark(node, inserted, names);
        return node;
    }

    private static void mark(ObjectNode node, ReviewedStatement statement, Names.At names) {
        if (statement.mark() == ReviewedStatement.Mark.DRAFTED) {
            return;
        }
        Optional<DraftEdit> edit = statement.edit();
        Optional<DraftEdit.Check> check = edit.flatMap(DraftEdit::check);
        node.put("text", statement.text().or(statement::drafted).orElse(""));
        check.ifPresent(found -> {
            // Facts cited by the drafted words say nothing of the reviewer's.
            node.put("verdict", found.verdict());
            node.putArray("citations");
        });
        node.set(
                "edit",
                JSON.valueToTree(new SummaryView.EditView(
                        statement.mark().code(),
                        statement.drafted().orElse(null),
                        edit.map(DraftEdit::by).orElse(""),
                        edit.map(DraftEdit::by).flatMap(names::of).orElse(null),
                        edit.map(made -> made.at().toString()).orElse(""),
                        edit.flatMap(DraftEdit::reason).orElse(null),
                        check.map(DraftEdit.Check::verdict).orElse(null),
                        check.map(DraftEdit.Check::reason).orElse(null),
                        statement.acknowledged())));
    }
}
