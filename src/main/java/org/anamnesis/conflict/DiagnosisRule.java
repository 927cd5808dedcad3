package org.anamnesis.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * A diagnosis stands in the problem list, or in a note's history, and a clinician writes that the patient does not have it.
 *
 * <p>Only a plain correction counts ("not dementia", "no diagnosis of", "never had"): "no pneumonia" tells of a day.
 */
final class DiagnosisRule implements ConflictRule {

    private static final Pattern HISTORY = Pattern.compile(
            "(?:\\bbackground(?: of)?|\\bpmhx?|\\bpast medical history|\\bknown|\\bhistory of|\\bh/o|\\bhx of|\\bmedical history|\\bcomorbidities)\\s*:?\\s+(.+)$");
    private static final Pattern ITEM_END = Pattern.compile("[,;/.()]|\\band\\b|\\bon\\b|\\bwith\\b|\\bwho\\b|\\bsince\\b|\\b(?:19|20)\\d\\d\\b");
    private static final Pattern NO_DIAGNOSIS = Pattern.compile("\\b(?:no|without a?) ?(?:formal |confirmed |firm )?diagnosis\\b(?! of)");
    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 4;

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return terms(dossier).stream().flatMap(term -> conflict(term, dossier).stream());
    }

    private static Optional<Conflict> conflict(String term, Dossier dossier) {
        Denial denial = Denial.of(term);
        List<Line> denied = dossier.lines().stream()
                .filter(line -> denial.isIn(line) && !Cues.isOfRelative(line, 0))
                .toList();
        List<Fact> remarks = dossier.chart()
                .facts(FactKind.PROBLEM)
                .filter(fact -> fact.attributes(Attribute.Role.COMMENT)
                        .anyMatch(remark -> denial.isIn(remark.text().toLowerCase(Locale.ROOT))))
                .toList();
        List<Line> stated = dossier.lines().stream()
                .filter(line -> denied.stream().noneMatch(line::isBeside) && isStated(term, line))
                .toList();
        List<Fact> listed = dossier.chart()
                .facts(FactKind.PROBLEM)
                .filter(fact -> fact.standing().isCurrent() && plain(fact.concept().text()).equals(term))
                .toList();
        Optional<Side> a = side(stated, listed);
        Optional<Side> b = side(denied, remarks);
        boolean onlyARemark = denied.isEmpty() && stated.isEmpty();
        return a.filter(side -> !onlyARemark)
                .flatMap(one -> b.map(other -> new Conflict(Conflict.Kind.DIAGNOSIS, term, one, other)));
    }

    /** The notes' words first, where there are any, and the list's entries. */
    private static Optional<Side> side(List<Line> lines, List<Fact> facts) {
        if (lines.isEmpty()) {
            return facts.isEmpty() ? Optional.empty() : Optional.of(Sides.ofFacts(facts));
        }
        return Optional.of(Sides.of(lines).and(facts.stream().map(Fact::id)));
    }

    private static Set<String> terms(Dossier dossier) {
        Set<String> terms = new LinkedHashSet<>();
        dossier.chart()
                .facts(FactKind.PROBLEM)
                .filter(fact -> fact.standing().isCurrent())
                .map(fact -> plain(fact.concept().text()))
                .forEach(terms::add);
        dossier.lines().forEach(line -> terms.addAll(history(line)));
        terms.removeIf(term -> term.length() < SHORTEST || term.split(" ").length > MOST_WORDS);
        return terms;
    }

    private static boolean isStated(String term, Line line) {
        int at = line.plain().indexOf(term);
        boolean named = line.plain().startsWith(term + ":") || history(line).contains(term);
        return at >= 0
                && named
                && !Cues.isDenied(line, at, at + term.length())
                && !Cues.isOfRelative(line, at)
                && !Cues.isDoubted(line, at);
    }

    /** The diagnoses a sentence lists as the patient's history. */
    private static List<String> history(Line line) {
        Matcher history = HISTORY.matcher(line.plain());
        List<String> terms = new ArrayList<>();
        if (history.find() && !Cues.isOfRelative(line, history.start())) {
            Arrays.stream(ITEM_END.split(history.group(1)))
                    .map(DiagnosisRule::plain)
                    .filter(term -> !term.isEmpty())
                    .forEach(terms::add);
        }
        return terms;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\s*\\((?:disorder|finding|situation)\\)$", "")
                .replaceAll("[^\\p{L}\\d -]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The ways of saying that a patient does not have a diagnosis. */
    private record Denial(String term, List<Pattern> forms) {

        private static final List<String> FORMS = List.of(
                "\\bnot\\s+(?:(?:be|been|being|a|an|have|having|labelled|labeled|as|diagnosed|with|known|to|true|really|had)\\s+){0,6}@",
                "\\b(?:no|without)\\s+(?:a\\s+)?(?:(?:formal|confirmed|established|previous|known|prior|firm)\\s+)?(?:diagnosis|history)\\s+of\\s+@",
                "\\b(?:does not|doesn't|do not|did not)\\s+(?:actually\\s+)?(?:have|meet(?: the)? criteria for)\\s+@",
                "\\b(?:never|not)\\s+(?:had|been diagnosed with|diagnosed with|been told (?:s?he|they) ha[sd])\\s+@",
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
            return words.contains(term) && forms.stream().anyMatch(form -> form.matcher(words).find());
        }

        /** "No diagnosis" speaks of what the sentence, or the one before it, is about. */
        boolean isIn(Line line) {
            String about = term.split(" ", -1)[0];
            boolean topic = NO_DIAGNOSIS.matcher(line.plain()).find()
                    && about.length() > SHORTEST
                    && (line.plain().contains(about)
                            || line.before().filter(before -> before.plain().contains(about)).isPresent());
            return topic || isIn(line.plain());
        }
    }
}
