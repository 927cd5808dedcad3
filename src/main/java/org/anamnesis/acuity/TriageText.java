package org.anamnesis.acuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.DraftText;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.score.Change;
import org.anamnesis.score.Component;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.Answer;
import org.anamnesis.triage.DecisionPoint;
import org.anamnesis.triage.OpenRule;
import org.anamnesis.triage.Point;
import org.anamnesis.triage.Raised;
import org.anamnesis.triage.Reason;

/** The exact text of a triage: what the clinician reads before signing, what the signature binds, and what is filed. */
final class TriageText {

    private static final String BY_CODE =
            "Scores and level were computed by software: Anamnesis, from the chart by published rules, without a language model.";
    private static final String FOR_REVIEW =
            "Levels, bands and options are for review by a clinician. Every statement under EVIDENCE and BY THE MODEL was checked"
                    + " against the chart by software. Filed only after review and signature by a clinician.";

    private final Triaged triaged;
    private final Assessment assessment;
    private final List<String> lines = new ArrayList<>();

    private TriageText(Triaged triaged) {
        this.triaged = triaged;
        this.assessment = triaged.assessment();
    }

    /** Writes a triage out. */
    static DraftText of(Triaged triaged) {
        return new TriageText(triaged).written();
    }

    private DraftText written() {
        lines.add(DocumentKind.TRIAGE.title().toUpperCase(Locale.ROOT) + ", as of "
                + assessment.moment().text());
        lines.add(BY_CODE);
        disclosure();
        lines.add(FOR_REVIEW);
        lines.addAll(DraftText.reading(triaged.chart().coverage()));
        acuity();
        scores();
        list("CHANGE", assessment.changes().stream().map(Change::sentence).toList());
        list("MISSING", assessment.missing().stream().map(Words::of).toList());
        list("NOT TAKEN", assessment.refused().stream().map(Words::of).toList());
        list("EVIDENCE", supported(triaged.evidence()));
        advice();
        withheld();
        return new DraftText(String.join("\n", lines) + "\n");
    }

    private void disclosure() {
        switch (triaged.advice()) {
            case Advice.Given given -> {
                if (given.isShown()) {
                    lines.add("The part BY THE MODEL was drafted by artificial intelligence: the language model "
                            + given.by().model()
                            + ". It has no part in any score and cannot make the level less urgent.");
                } else {
                    noModel(Authorship.Fallback.UNUSABLE);
                }
            }
            case Advice.Failed failed -> noModel(failed.reason());
            case Advice.None ignored -> {}
        }
    }

    private void noModel(Authorship.Fallback reason) {
        lines.add("A language model was asked and gave nothing that can be shown (" + reason.code() + ").");
    }

    private void acuity() {
        heading("ACUITY (Emergency Severity Index, version 4, at "
                + assessment.acuityAt().text() + ")");
        lines.add("- " + level());
        triaged.raised().map(Raised::sentence).ifPresent(sentence -> item("With the model's proposal: " + sentence));
        assessment.acuity().points().forEach(this::point);
        lines.add("- Tables: " + assessment.acuity().rules());
    }

    private String level() {
        return switch (assessment.acuity()) {
            case Acuity.Levelled levelled -> "Level " + levelled.level().number() + " of 5 by the rules, for review";
            case Acuity.Undetermined ignored ->
                "No level: neither a complaint that is understood nor a vital sign is known";
        };
    }

    private void point(DecisionPoint point) {
        // Point C asks for a number; its reason says which.
        String answer = point.point() == Point.C ? "" : " " + word(point.answer());
        item(point.point().name() + ". " + point.point().question() + answer);
        point.reasons().forEach(reason -> lines.add("    - " + oneLine(reason(reason))));
        point.open().stream()
                .filter(this::couldBeMoreUrgent)
                .forEach(open -> lines.add("    - " + oneLine(open(open))));
    }

    /** Only what would make the visit more urgent is worth a line of the document; the answer holds all of it. */
    private boolean couldBeMoreUrgent(OpenRule open) {
        return triaged.byRules().map(open.level()::isMoreUrgentThan).orElse(true);
    }

    private static String reason(Reason reason) {
        String evidence = reason.evidence().stream().map(Words::of).collect(Collectors.joining("; "));
        return reason.why() + (evidence.isEmpty() ? "" : " - " + evidence) + ". Level "
                + reason.level().number() + ", rule " + reason.rule() + ". For review: " + reason.review()
                + ". Source: " + String.join("; ", reason.citations());
    }

    private static String open(OpenRule open) {
        return "Open: " + open.why() + " (level " + open.level().number() + ", rule " + open.rule() + "), missing: "
                + open.missing().stream().map(Words::of).collect(Collectors.joining("; "));
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case YES -> "Yes.";
            case NO -> "No.";
            case OPEN -> "Open.";
        };
    }

    private void scores() {
        heading("SCORES (" + assessment.moment().text() + ")");
        assessment.scores().forEach(this::score);
    }

    private void score(Scored scored) {
        String name = scored.definition().name();
        switch (scored.outcome()) {
            case Outcome.Computed computed -> {
                item(name + " " + computed.text() + " (" + computed.band().name() + "): "
                        + computed.band().meaning() + ". Version "
                        + scored.definition().version() + ". "
                        + scored.definition().citation());
                components(computed.components());
                computed.notes().forEach(note -> lines.add("    - " + oneLine(note)));
            }
            case Outcome.NotComputable lacking -> {
                item(name + " not computable: "
                        + lacking.missing().stream().map(Words::of).collect(Collectors.joining("; ")));
                components(lacking.known());
            }
            case Outcome.NotApplicable not -> item(name + " does not apply: " + not.reason());
        }
    }

    private void components(List<Component> components) {
        components.forEach(component -> lines.add("    - " + oneLine(Words.of(component))));
    }

    private void advice() {
        if (!(triaged.advice() instanceof Advice.Given given) || !given.isShown()) {
            return;
        }
        heading("BY THE MODEL (for review; beside the scores, not in them)");
        for (Advice.Kind kind : Advice.Kind.values()) {
            given.shown().stream()
                    .filter(remark -> remark.kind() == kind)
                    .forEach(remark -> item(kind.title() + ": "
                            + remark.name()
                                    .map(name -> name + ". From the chart: ")
                                    .orElse("")
                            + remark.because().text()));
        }
    }

    private void withheld() {
        int withheld = triaged.withheld().size();
        if (withheld > 0) {
            lines.add("");
            lines.add(withheld + (withheld == 1 ? " statement was" : " statements were")
                    + " withheld because the chart does not bear them out.");
        }
    }

    private static List<String> supported(List<CheckedStatement> statements) {
        return statements.stream()
                .filter(CheckedStatement::isSupported)
                .map(CheckedStatement::text)
                .toList();
    }

    private void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            heading(heading);
            items.forEach(this::item);
        }
    }

    private void heading(String heading) {
        lines.add("");
        lines.add(heading);
    }

    private void item(String text) {
        lines.add("- " + oneLine(text));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
