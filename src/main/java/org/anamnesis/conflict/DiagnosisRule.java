package org.anamnesis.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/**
 * A diagnosis stands in the problem list, or in a note's history, and a clinician writes that the patient does not have it; or
 * a procedure was done, and a clinician writes that there never was one.
 *
 * <p>Only a plain correction counts ("not dementia", "no diagnosis of", "never had"): "no pneumonia" tells of a day.
 */
final class DiagnosisRule implements ConflictRule {

    private static final Pattern HISTORY = Pattern.compile(
            "(?:\\bbackground(?: of)?|\\bpmhx?|\\bpast medical history|\\bknown|\\bhistory of|\\bh/o|\\bhx of|\\bmedical history|\\bcomorbidities)\\s*:?\\s+(.+)$");
    private static final Pattern ITEM_END =
            Pattern.compile("[,;/.()]|\\band\\b|\\bon\\b|\\bwith\\b|\\bwho\\b|\\bsince\\b|\\b(?:19|20)\\d\\d\\b");
    private static final Pattern NO_DIAGNOSIS =
            Pattern.compile("\\b(?:no|without a?) ?(?:formal |confirmed |firm )?diagnosis\\b(?! of)");
    private static final Terms HISTORIC =
            Terms.of("background, pmh, pmhx, past, known, history, h/o, hx, medical, comorbidities");
    private static final Terms DENYING =
            Terms.of("not, no, never, without, don, doesn, didn, ruled, refuted, incorrect, wrong, error");
    private static final Pattern SEMANTIC_TAG = Pattern.compile("\\s*\\((?:disorder|finding|situation)\\)$");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\d -]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 4;

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        Map<String, List<Line>> stated = new LinkedHashMap<>();
        Map<String, List<Fact>> listed = new LinkedHashMap<>();
        dossier.chart()
                .facts(FactKind.PROBLEM)
                .filter(fact -> fact.standing().isCurrent())
                .forEach(fact -> listed.computeIfAbsent(plain(fact.concept().text()), first -> new ArrayList<>())
                        .add(fact));
        dossier.chart()
                .facts(FactKind.PROCEDURE)
                .filter(fact -> fact.standing() == Standing.COMPLETED)
                .forEach(fact -> listed.computeIfAbsent(plain(fact.concept().text()), first -> new ArrayList<>())
                        .add(fact));
        for (Line line : dossier.lines()) {
            Map<Clause, Boolean> sure = new HashMap<>();
            Stream.concat(history(line).stream(), topic(line, listed.keySet()))
                    .distinct()
                    .filter(term -> isStated(term, line, sure))
                    .forEach(term -> stated.computeIfAbsent(term, first -> new ArrayList<>())
                            .add(line));
        }
        List<Line> denying = dossier.lines().stream().filter(DENYING::mayBeIn).toList();
        return Stream.concat(stated.keySet().stream(), listed.keySet().stream())
                .distinct()
                .filter(term -> term.length() >= SHORTEST && term.split(" ", -1).length <= MOST_WORDS)
                .flatMap(term -> conflict(
                        term,
                        stated.getOrDefault(term, List.of()),
                        listed.getOrDefault(term, List.of()),
                        denied(term, denying, dossier))
                        .stream());
    }

    private record Denied(List<Line> lines, List<Fact> remarks) {}

    private static Denied denied(String term, List<Line> denying, Dossier dossier) {
        String about = term.split(" ", -1)[0];
        boolean named = denying.stream()
                        .anyMatch(line -> line.plain().contains(about)
                                || line.before()
                                        .filter(before -> before.plain().contains(about))
                                        .isPresent())
                || dossier.chart()
                        .facts(FactKind.PROBLEM)
                        .flatMap(fact -> fact.attributes(Attribute.Role.COMMENT))
                        .anyMatch(
                                remark -> remark.text().toLowerCase(Locale.ROOT).contains(about));
        if (!named) {
            return new Denied(List.of(), List.of());
        }
        Denial denial = Denial.of(term);
        List<Line> lines = denying.stream()
                .filter(line -> denial.isIn(line) && !Cues.isOfRelative(line, 0))
                .toList();
        List<Fact> remarks = dossier.chart()
                .facts(FactKind.PROBLEM)
                .filter(fact -> fact.attributes(Attribute.Role.COMMENT)
                        .anyMatch(remark -> denial.isIn(remark.text().toLowerCase(Locale.ROOT))))
                .toList();
        return new Denied(lines, remarks);
    }

    private static Optional<Conflict> conflict(String term, List<Line> stated, List<Fact> listed, Denied denied) {
        List<Line> elsewhere = stated.stream()
                .filter(line -> denied.lines().stream().noneMatch(line::isBeside))
                .toList();
        boolean onlyARemark = denied.lines().isEmpty() && elsewhere.isEmpty();
        return side(elsewhere, listed)
                .filter(side -> !onlyARemark)
                .flatMap(one -> side(denied.lines(), denied.remarks())
                        .map(other -> new Conflict(Conflict.Kind.DIAGNOSIS, term, one, other)));
    }

    /** The notes' words first, where there are any, and the list's entries. */
    private static Optional<Side> side(List<Line> lines, List<Fact> facts) {
        if (lines.isEmpty()) {
            return facts.isEmpty() ? Optional.empty() : Optional.of(Sides.ofFacts(facts));
        }
        return Optional.of(Sides.of(lines).and(facts.stream().map(Fact::id)));
    }

    /** @param sure of each clause of the sentence whether it tells of the patient without a doubt; a history lists many in one */
    private static boolean isStated(String term, Line line, Map<Clause, Boolean> sure) {
        int at = line.plain().indexOf(term);
        return at >= 0
                && sure.computeIfAbsent(
                        line.clauseAt(at), clause -> !Cues.isOfRelative(line, at) && !Cues.isDoubted(line, at))
                && !Cues.isDenied(line, at, at + term.length());
    }

    /** The problem of the list that the sentence is headed by: "Celiac disease: continue diet". */
    private static Stream<String> topic(Line line, Set<String> problems) {
        int colon = line.plain().indexOf(':');
        return colon > 0
                ? Stream.of(plain(line.plain().substring(0, colon))).filter(problems::contains)
                : Stream.empty();
    }

    /** The diagnoses a sentence lists as the patient's history. */
    private static List<String> history(Line line) {
        Matcher history = HISTORY.matcher(line.plain());
        List<String> terms = new ArrayList<>();
        if (HISTORIC.mayBeIn(line) && history.find() && !Cues.isOfRelative(line, history.start())) {
            Arrays.stream(ITEM_END.split(history.group(1)))
                    .map(DiagnosisRule::plain)
                    .filter(term -> !term.isEmpty())
                    .forEach(terms::add);
        }
        return terms;
    }

    private static String plain(String name) {
        String untagged = SEMANTIC_TAG.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return SPACES.matcher(MARKS.matcher(untagged).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** The ways of saying that a patient does not have a diagnosis. */
    private record Denial(String term, List<Pattern> forms) {

        private static final List<String> FORMS = List.of(
                "\\bnot\\s+(?:(?:be|been|being|a|an|have|having|labelled|labeled|as|diagnosed|with|known|to|true|really|had)\\s+){0,6}@",
                "\\b(?:no|without)\\s+(?:a\\s+)?(?:(?:formal|confirmed|established|previous|known|prior|firm)\\s+)?(?:diagnosis|history)\\s+of\\s+@",
                "\\bno\\s+(?:previous|prior|past)\\s+@",
                "\\b(?:does not|doesn't|do not|did not)\\s+(?:actually\\s+)?(?:have|meet(?: the)? criteria for)\\s+@",
                "\\b(?:never|not)\\s+(?:had(?: an?)?|been diagnosed with|diagnosed with|been told (?:s?he|they) ha[sd])\\s+@",
                "@\\s+(?:has been |was |is |diagnosis )*(?:ruled out|refuted|never confirmed|not confirmed|incorrect|wrong|an error|entered in error|listed in error)");

        static Denial of(String term) {
            String words = "(?<![\\p{L}])" + Pattern.quote(term) + "(?![\\p{L}])";
            return new Denial(
                    term,
                    FORMS.stream()
                            .map(form -> Pattern.compile(form.replace("@", words)))
                            .toList());
        }

        boolean isIn(String words) {
            return words.contains(term)
                    && forms.stream().anyMatch(form -> form.matcher(words).find());
        }

        /** "No diagnosis" speaks of what the sentence, or the one before it, is about. */
        boolean isIn(Line line) {
            String about = term.split(" ", -1)[0];
            boolean topic = about.length() > SHORTEST
                    && line.says("diagnosis")
                    && NO_DIAGNOSIS.matcher(line.plain()).find()
                    && (line.plain().contains(about)
                            || line.before()
                                    .filter(before -> before.plain().contains(about))
                                    .isPresent());
            return topic || isIn(line.plain());
        }
    }
}
