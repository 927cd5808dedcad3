package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.claims.NoteCheck;

/**
 * Looks at what was found for a sentence once more. A claim that rests on the words of notes and reports alone must be said by one of
 * their sentences as a whole; what a list says must not deny it, be a relative's, be planned only, or stand otherwise now. A sentence
 * that the lists do not bear out, and that they do not contradict, may still stand in a note.
 */
final class SecondOpinion {

    /** That a sentence tells of what was: a status of today speaks against nothing in it. */
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:was|were|had|did|got|gave|begun|began|held|until|through|initially|previously|formerly|history|h/o|s/p|prior|past|earlier"
                    + "|from|ago|done|taken|took|went|came|left|rose|fell|ran|kept|grew|became|underwent|then|later|after|given|driven|put"
                    + "|(?!need|unaid|embed|indeed|speed|bed|bleed|feed)\\w{2,}ed)\\b",
            Pattern.CASE_INSENSITIVE);

    /** That it tells of what is, whatever else it tells. */
    private static final Pattern PRESENT = Pattern.compile(
            "\\b(?:is|are|takes|remains?|continues?|currently|now|still|active|ongoing)\\b(?! (?:status post|s/p|post))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLANNED = Pattern.compile(
            "\\b(?:order\\w*|plan\\w*|request\\w*|pending|await\\w*|refer\\w*|schedul\\w*|book\\w*|due|to be|will|follow\\w*|appointment|open|active)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern APPOINTED =
            Pattern.compile("\\b(?:appointments?|appointed|booked|scheduled)\\b", Pattern.CASE_INSENSITIVE);
    /** "Counseling intake is on 3 October". */
    private static final Pattern TO_COME =
            Pattern.compile("\\bis (?:on|at|set for|for|this|next)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> APPOINTMENTS = Set.of("Appointment", "Encounter");

    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:received|got|given|gave|administered|infused|injected|took|taken|takes|taking)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OVER = Pattern.compile(
            "(?<!not )(?<!not yet )(?<!never )\\b(?:resolved|cured|cleared|in remission|no longer)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STOPPED = Pattern.compile(
            "(?<!not )(?<!not yet )(?<!never )\\b(?:stopped|discontinued|withdrawn|ceased)\\b",
            Pattern.CASE_INSENSITIVE);

    /** With one of these a sentence tells of another medicine that it is taken, or that the same one is again. */
    private static final Pattern GOES_ON = Pattern.compile(
            "\\b(?:start\\w*|restart\\w*|resum\\w*|beg[aiu]n|switch\\w*|replac\\w*|chang\\w*|continu\\w*|add\\w*|initiat\\w*|increas\\w*"
                    + "|decreas\\w*|reduc\\w*|titrat\\w*|again|then|while|but|on|takes|taking|given|received|before|after)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALLERGIC = Pattern.compile(
            "\\b(?:allerg\\w*|intoleran\\w*|react\\w*|sensitiv\\w*|anaphyla\\w*|adverse|side effects?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What relates two things in time or as cause and effect, and what makes a thing doubtful. */
    private static final Pattern RELATING = Pattern.compile(
            "\\b(?:then|later|after\\w*|before|until|following|followed by|subsequently|because|due to|led to|caus(?:ed|ing)|result\\w* (?:in|from)"
                    + "|secondary to|may(?! (?:\\d|of))|might|could|should|would|will|possib\\w+|probabl\\w+|likely|suspect\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<FactKind> WORDED =
            Set.of(FactKind.NOTE, FactKind.PLAN, FactKind.HISTORY, FactKind.DIRECTIVE);

    /** A longer finding is a report. */
    private static final int LONGEST_FINDING = 40;

    /** A laboratory's result in words with its usual comment. */
    private static final int LONGEST_COMMENT = 200;

    private static final Set<Standing> RAN_ITS_COURSE = Set.of(Standing.COMPLETED, Standing.FINAL);

    private static final Set<String> DENYING = Set.of("negation", "kind");

    private final Chart chart;
    private final Grounding cited;
    private final NoteCheck notes;

    SecondOpinion(Chart chart, Grounding cited, NoteCheck notes) {
        this.chart = chart;
        this.cited = cited;
        this.notes = notes;
    }

    Verification.Verified opinion(String sentence, Verification.Reading first) {
        return switch (first.verdict()) {
            case Verdict.Supported ignored ->
                first.evidence().isEmpty() ? first.verified() : confirmed(sentence, first);
            // advice that a note gives in the same words is that note's
            case Verdict.NotCheckable ignored -> inANote(sentence, first);
            case Verdict.NotFound ignored -> inANote(sentence, first);
            case Verdict.Contradicted ignored ->
                first.evidence().stream().allMatch(id -> isInWords(id) || id.kind() == FactKind.PLAN)
                        ? inANote(sentence, first)
                        : besideTheEntry(sentence, first);
        };
    }

    private Verification.Verified inANote(String sentence, Verification.Reading first) {
        List<CitationId> saying = notes.saying(sentence);
        return saying.isEmpty() || isOfTheOtherSex(first)
                ? first.verified()
                : new Verification.Verified(new Verdict.Supported(), saying);
    }

    /** What is written beside the very entry that seems to speak against it: "reduced from 5 mg in September". */
    private Verification.Verified besideTheEntry(String sentence, Verification.Reading first) {
        boolean itself = notes.saying(sentence).stream().anyMatch(first.evidence()::contains);
        return itself ? inANote(sentence, first) : first.verified();
    }

    private static boolean isOfTheOtherSex(Verification.Reading first) {
        return first.verdict().findings().stream()
                .anyMatch(finding ->
                        finding.code().equals("sex") || finding.code().equals("age"));
    }

    private Verification.Verified confirmed(String sentence, Verification.Reading found) {
        if (isOnlyPlanned(sentence, found.evidence())) {
            return lowered("plan", "it is planned or ordered in the chart, no more", found);
        }
        boolean onWords =
                found.claims().stream().anyMatch(claim -> claim.stream().allMatch(this::isInWords));
        if (onWords) {
            return onWords(sentence, found);
        }
        if (isOnlyAllergy(sentence, found)) {
            return lowered("kind", "the chart has it as an allergy or a reaction, not as of now", found);
        }
        if (isNotGiven(sentence, found)) {
            return lowered("status", "it was ordered and then cancelled", found);
        }
        if (isSaidToBeOver(sentence, found) || isSaidToBeStopped(sentence, found)) {
            return new Verification.Verified(
                    new Verdict.Contradicted(List.of(Finding.contradicted("status", "the chart has it as going on"))),
                    found.evidence());
        }
        // what was found negative, and what is denied of a finding, was compared claim by claim
        List<CitationId> structured = found.evidence().stream()
                .filter(id -> !isInWords(id))
                .filter(id -> !found.inParts() || id.kind() != FactKind.RESULT)
                .toList();
        if (structured.isEmpty()) {
            return found.verified();
        }
        boolean present = PRESENT.matcher(sentence).find();
        boolean past = PAST.matcher(sentence).find() && !present;
        // "ketorolac 15 mg IM as needed" without a verb is true of an order that ran its course
        boolean open = !present && facts(structured).anyMatch(fact -> RAN_ITS_COURSE.contains(fact.standing()));
        boolean planned = PLANNED.matcher(sentence).find()
                && facts(structured).allMatch(fact -> fact.standing() == Standing.PLANNED);
        List<Finding> against = strict(sentence, structured).findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.CONTRADICTED)
                .filter(finding -> DENYING.contains(finding.code())
                        || !past && !open && !planned && finding.code().equals("status"))
                .toList();
        return against.isEmpty()
                ? found.verified()
                : new Verification.Verified(new Verdict.Contradicted(against), found.evidence());
    }

    /** What a note says in words needs its full support: by one sentence, or by the strict check of all that was found. */
    private Verification.Verified onWords(String sentence, Verification.Reading found) {
        List<CitationId> saying = notes.saying(sentence);
        if (!saying.isEmpty()) {
            List<CitationId> evidence = new ArrayList<>(saying);
            Stream<CitationId> lists = found.evidence().stream().filter(id -> !isInWords(id));
            lists.filter(id -> !saying.contains(id)).forEach(evidence::add);
            return new Verification.Verified(new Verdict.Supported(), evidence);
        }
        if (isRelatedInNoSentence(sentence, found.evidence())) {
            return lowered("relation", "no sentence of a note tells the order, the cause or the doubt", found);
        }
        Verdict strict = strict(sentence, found.evidence());
        return strict instanceof Verdict.Supported
                ? found.verified()
                : new Verification.Verified(new Verdict.NotFound(strict.findings()), found.evidence());
    }

    /** "Then", "because" and "may" between what several sentences say stand in one of them, or nowhere. */
    private boolean isRelatedInNoSentence(String sentence, List<CitationId> evidence) {
        return RELATING.matcher(sentence).find()
                && evidence.stream().allMatch(id -> id.sentence().isPresent())
                && facts(evidence)
                        .noneMatch(fact -> fact.value()
                                .filter(value -> RELATING.matcher(value.text()).find())
                                .isPresent());
    }

    private Verdict strict(String sentence, List<CitationId> evidence) {
        return cited.check(new Statement(
                        Section.RESULTS,
                        sentence,
                        evidence.stream().map(CitationId::toString).toList()))
                .verdict();
    }

    private static Verification.Verified lowered(String code, String words, Verification.Reading found) {
        return new Verification.Verified(
                new Verdict.NotFound(List.of(Finding.notFound(code, words))), found.evidence());
    }

    /** A plan is done only where something says so; a referral is no appointment. */
    private boolean isOnlyPlanned(String sentence, List<CitationId> evidence) {
        boolean onlyPlans = evidence.stream().allMatch(id -> id.kind() == FactKind.PLAN);
        boolean noAppointment = APPOINTED.matcher(sentence).find()
                && facts(evidence)
                        .noneMatch(fact -> APPOINTMENTS.contains(fact.source().type()));
        boolean appointment = facts(evidence)
                .anyMatch(fact -> APPOINTMENTS.contains(fact.source().type()));
        boolean toCome = PLANNED.matcher(sentence).find()
                || appointment && TO_COME.matcher(sentence).find();
        return onlyPlans && (!toCome || noAppointment);
    }

    private boolean isOnlyAllergy(String sentence, Verification.Reading found) {
        return !ALLERGIC.matcher(sentence).find()
                && found.claims().stream()
                        .anyMatch(claim -> claim.stream().allMatch(id -> id.kind() == FactKind.ALLERGY));
    }

    /** What was cancelled was not given. */
    private boolean isNotGiven(String sentence, Verification.Reading found) {
        return GIVEN.matcher(sentence).find()
                && found.claims().stream()
                        .anyMatch(claim -> !claim.isEmpty()
                                && facts(claim).allMatch(fact -> fact.standing() == Standing.CANCELLED));
    }

    private boolean isSaidToBeOver(String sentence, Verification.Reading found) {
        List<Fact> problems = facts(found.evidence())
                .filter(fact -> fact.kind() == FactKind.PROBLEM)
                .toList();
        return OVER.matcher(sentence).find()
                && !problems.isEmpty()
                && problems.stream().allMatch(fact -> fact.standing().isCurrent());
    }

    /** "Warfarin and metoprolol were stopped": of each of them some order must be over. */
    private boolean isSaidToBeStopped(String sentence, Verification.Reading found) {
        return STOPPED.matcher(sentence).find()
                && !GOES_ON.matcher(sentence).find()
                && found.claims().stream()
                        .filter(claim -> !claim.isEmpty())
                        .anyMatch(claim -> facts(claim)
                                .allMatch(fact -> fact.kind() == FactKind.MEDICATION
                                        && fact.standing().isCurrent()
                                        && fact.attribute(Attribute.Role.ENDED).isEmpty()));
    }

    private Stream<Fact> facts(List<CitationId> ids) {
        return ids.stream().flatMap(id -> chart.fact(id).stream());
    }

    /** What a note, a report or a directive says in words, and what is only planned, bears out no more than it says. */
    private boolean isInWords(CitationId id) {
        return WORDED.contains(id.kind())
                || id.kind() == FactKind.RESULT
                        && chart.fact(id).filter(SecondOpinion::isReport).isPresent();
    }

    private static boolean isReport(Fact fact) {
        int longest = fact.source().type().equals("DiagnosticReport") ? LONGEST_FINDING : LONGEST_COMMENT;
        return fact.value()
                .filter(value -> value instanceof Value.Worded && value.text().length() > longest)
                .isPresent();
    }
}
