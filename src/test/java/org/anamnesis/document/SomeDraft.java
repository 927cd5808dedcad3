package org.anamnesis.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.DraftText;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftContent.KeptStatement;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;

/** Drafts for the tests of documents. */
public final class SomeDraft {

    public static final String POTASSIUM = "Observation/k1/_history/2";
    public static final String METOPROLOL = "MedicationRequest/m1";

    private String name = "Ada Okonjo";
    private final List<String> problems = new ArrayList<>(List.of("Fluid overload, final & <severe>."));
    private Optional<StoredDraft.Signature> signature = Optional.empty();
    private Authorship authorship = new Authorship.ByRules(Optional.empty());

    public SomeDraft named(String given) {
        name = given;
        return this;
    }

    public SomeDraft signed() {
        signature = Optional.of(new StoredDraft.Signature("Practitioner/p7", Instant.parse("2025-03-04T13:14:15Z")));
        return this;
    }

    /** As somebody recalled it. */
    public StoredDraft recalled() {
        return with(new StoredDraft.Review(
                stored().state(),
                Optional.empty(),
                Optional.empty(),
                stored().text(),
                List.of(),
                Optional.empty(),
                true));
    }

    /** Signed within a visit, and in this state since. */
    public StoredDraft within(String encounter, DraftState state) {
        signed();
        return with(new StoredDraft.Review(
                state, Optional.of(encounter), Optional.empty(), stored().text(), List.of(), Optional.empty()));
    }

    private StoredDraft with(StoredDraft.Review review) {
        StoredDraft draft = stored();
        return draft.standing(draft.signature(), draft.filed(), review);
    }

    public SomeDraft by(String signer) {
        signature = Optional.of(new StoredDraft.Signature(signer, Instant.parse("2025-03-04T13:14:15Z")));
        return this;
    }

    public SomeDraft byModel() {
        authorship = new Authorship.ByModel("m-1", "brief-3", "0".repeat(64));
        return this;
    }

    public SomeDraft with(String problem) {
        problems.add(problem);
        return this;
    }

    public SomeDraft withProblems(int count) {
        for (int at = 1; at <= count; at++) {
            problems.add(
                    "Problem number " + at + " is active and has been for some years, as the list of problems says.");
        }
        return this;
    }

    public StoredDraft stored() {
        StringBuilder text =
                new StringBuilder("BRIEF SUMMARY, as of 4 Mar 2025 12:00\nDrafted by software.\n\nPROBLEMS\n");
        problems.forEach(problem -> text.append("- ").append(problem).append('\n'));
        text.append(
                "\nRESULTS\n- Potassium 5.9 mmol/L on 3 Mar 2025.\n    - It was 4.1 mmol/L before.\n- Metoprolol 25 mg.\n");
        text.append("\n1 statement was withheld because the chart does not bear them out.\n");
        return new StoredDraft(
                UUID.fromString("3f2b0a54-0000-4000-8000-00000000000a"),
                "ward",
                "p1",
                Instant.parse("2025-03-04T12:00:00Z"),
                text.toString(),
                new DraftText(text.toString()).hash(),
                new DraftContent(
                        DocumentKind.SUMMARY,
                        authorship,
                        List.of(POTASSIUM, METOPROLOL),
                        List.of(
                                kept("Potassium 5.9 mmol/L  on 3 Mar 2025.", "supported", POTASSIUM),
                                kept("Metoprolol 25 mg.", "supported", METOPROLOL, POTASSIUM)),
                        new Backing(
                                Optional.of(new Backing.Banner(
                                        Optional.of(name),
                                        Optional.of("1951-02-03"),
                                        Optional.of("female"),
                                        Optional.of("MRN-77"))),
                                List.of(
                                        new Backing.Cited(
                                                POTASSIUM,
                                                "result",
                                                Optional.of("2025-03-03"),
                                                "Potassium | 5.9 mmol/L"),
                                        new Backing.Cited(
                                                METOPROLOL, "medication", Optional.empty(), "Metoprolol | 25 mg")))),
                signature,
                Optional.empty());
    }

    private static KeptStatement kept(String text, String verdict, String... citations) {
        return new KeptStatement("results", text, verdict, "", List.of(citations));
    }
}
