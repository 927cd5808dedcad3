package org.anamnesis.injection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/** Text that tells a language model what to do, by the patterns of {@code instruction-patterns.txt}. */
final class Instructions {

    private static final int ENOUGH = 3;
    private static final String CLAUSE = "{CLAUSE}";
    /** So far around a trigger word an instruction reaches. */
    private static final int REACH = 160;

    private static final Pattern TRIGGER = Pattern.compile("[a-z][a-z0-9']+|[<\\[#@/]|[-=*_]{3}|[^\\x00-\\x7F]+");
    private static final Set<String> TRIGGERS = new HashSet<>();
    private static final DemandedWords WORDS = new DemandedWords();
    private static final List<Rule> RULES = read();

    /** @param demands the numbers of what a text must say for the pattern to match */
    private record Rule(Reason reason, int points, Pattern pattern, boolean atClause, BitSet demands) {

        boolean mayBeIn(BitSet met) {
            for (int demand = demands.nextSetBit(0); demand >= 0; demand = demands.nextSetBit(demand + 1)) {
                if (!met.get(demand)) {
                    return false;
                }
            }
            return true;
        }

        /** @param from where to look, in characters of the text */
        Optional<Suspicion> find(Clauses text, int from, int to) {
            Matcher matcher =
                    pattern.matcher(text.text()).useTransparentBounds(true).useAnchoringBounds(false);
            if (!atClause) {
                matcher.region(from, to);
                return matcher.find()
                        ? Optional.of(new Suspicion(reason, matcher.start(), matcher.end()))
                        : Optional.empty();
            }
            for (int begin : text.begins()) {
                if (begin < from || begin > to) {
                    continue;
                }
                matcher.region(begin, to);
                if (matcher.lookingAt()) {
                    return Optional.of(new Suspicion(reason, matcher.start(), matcher.end()));
                }
            }
            return Optional.empty();
        }
    }

    private Instructions() {}

    /** The reason, and where it stands, once the points are enough. */
    static Optional<Suspicion> find(String text) {
        Clauses clauses = Clauses.of(text);
        BitSet met = WORDS.metIn(clauses.text(), 0, text.length());
        if (RULES.stream().noneMatch(rule -> rule.mayBeIn(met))) {
            return Optional.empty();
        }
        Matcher trigger = TRIGGER.matcher(clauses.text());
        int done = 0;
        while (trigger.find()) {
            char first = trigger.group().charAt(0);
            if (first >= 'a' && first <= 'z' && !TRIGGERS.contains(trigger.group())) {
                continue;
            }
            int from = Math.max(done, trigger.start() - REACH);
            int to = Math.min(text.length(), trigger.end() + REACH);
            if (trigger.end() + REACH / 2 <= done) {
                continue;
            }
            Optional<Suspicion> found = find(clauses, Math.max(0, from - REACH), to);
            if (found.isPresent()) {
                return found;
            }
            done = to;
        }
        return Optional.empty();
    }

    private static Optional<Suspicion> find(Clauses clauses, int from, int to) {
        int sum = 0;
        BitSet met = WORDS.metIn(clauses.text(), from, to);
        for (Rule rule : RULES) {
            if (!rule.mayBeIn(met)) {
                continue;
            }
            Optional<Suspicion> found = rule.find(clauses, from, to);
            if (found.isPresent()) {
                sum += rule.points();
                if (sum >= ENOUGH) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        for (String line : WordList.lines("injection/instruction-patterns.txt")) {
            if (line.startsWith("triggers | ")) {
                TRIGGERS.addAll(WordList.terms(line.substring("triggers | ".length())));
            } else if (line.startsWith("group ")) {
                int bar = line.indexOf(" | ");
                groups.put(
                        line.substring(6, bar).strip(), line.substring(bar + 3).strip());
            } else {
                String[] parts = line.split(" \\| ", 3);
                boolean atClause = parts[2].strip().startsWith(CLAUSE);
                String pattern = parts[2].strip().substring(atClause ? CLAUSE.length() : 0);
                for (Map.Entry<String, String> group : groups.entrySet()) {
                    pattern = pattern.replace("{" + group.getKey() + "}", "(?:" + group.getValue() + ")");
                }
                rules.add(new Rule(
                        Reason.ofCode(parts[0].strip()),
                        Integer.parseInt(parts[1].strip()),
                        Pattern.compile(pattern.replace(" ", "\\s")),
                        atClause,
                        WORDS.numbered(Demands.of(pattern))));
            }
        }
        return List.copyOf(rules);
    }
}
