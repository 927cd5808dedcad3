package org.anamnesis.review;

import java.util.Optional;
import java.util.UUID;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.store.DraftEdit;

/**
 * A reviewer's wish to change one statement of a draft.
 *
 * @param ehr which EHR the caller came from
 * @param draft which draft
 * @param patient the one patient the caller may act for
 * @param reviewer the reviewer's Practitioner or PractitionerRole reference
 * @param actor client and user for the audit
 * @param chart where the chart is read from to check the reviewer's words
 * @param seenHash SHA-256 of the text the reviewer saw, in hex
 * @param action what is to be done
 * @param statement to which statement; for an insertion the one it is to stand after
 * @param text the reviewer's words, for an edit or an insertion
 * @param reason a stable word; needed to reject
 */
public record EditRequest(
        String ehr,
        UUID draft,
        String patient,
        String reviewer,
        String actor,
        ChartSource chart,
        String seenHash,
        DraftEdit.Action action,
        int statement,
        Optional<String> text,
        Optional<String> reason) {}
