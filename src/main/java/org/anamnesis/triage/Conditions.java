package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.score.History;

/** Reads the conditions of a rule as they are written in the tables; what it cannot read is refused when the table is read. */
final class Conditions {

    private static final Pattern COMPARED = Pattern.compile("([a-z0-9-]+) (>=|<=|>|<) (\\d+(?:\\.\\d+)?)");
    private static final Pattern LISTED =
            Pattern.compile("(complaint|not complaint|only complaint|history|unknown history|arrival|pain-is) (.+)");

    private final Set<String> groups;

    /**
     * @param groups the keys of the table of complaints
     */
    Conditions(Set<String> groups) {
        this.groups = Set.copyOf(groups);
    }

    /** The terms of a rule; all of them must hold. */
    List<Term> of(String when) {
        return Arrays.stream(when.split(" and "))
                .map(String::strip)
                .map(this::term)
                .toList();
    }

    private Term term(String text) {
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            Bound bound = new Bound(compared.group(2), new BigDecimal(compared.group(3)));
            return compared(compared.group(1), bound).orElseThrow(() -> unreadable(text));
        }
        Matcher listed = LISTED.matcher(text);
        if (listed.matches()) {
            List<String> names =
                    Arrays.stream(listed.group(2).split(",")).map(String::strip).toList();
            return listed(listed.group(1), names);
        }
        return named(text).orElseThrow(() -> unreadable(text));
    }

    private static Optional<Term> compared(String name, Bound bound) {
        return switch (name) {
            case "age" -> Optional.of(PersonTerms.age(bound));
            case "months" -> Optional.of(PersonTerms.months(bound));
            default -> MeasuredTerms.compared(name, bound);
        };
    }

    private Term listed(String kind, List<String> names) {
        return switch (kind) {
            case "complaint" -> complaint(names, ComplaintTerms::any);
            case "not complaint" -> complaint(names, ComplaintTerms::none);
            case "only complaint" -> complaint(names, ComplaintTerms::only);
            case "history" -> history(names, PersonTerms::history);
            case "unknown history" -> history(names, PersonTerms::unknownHistory);
            case "arrival" -> PersonTerms.arrival(names);
            case "pain-is" -> MeasuredTerms.painIs(names);
            default -> throw unreadable(kind);
        };
    }

    private Term complaint(List<String> names, Function<List<String>, Term> term) {
        names.stream().filter(name -> !groups.contains(name)).findFirst().ifPresent(name -> {
            throw unreadable("complaint " + name);
        });
        return term.apply(names);
    }

    private static Term history(List<String> names, Function<List<String>, Term> term) {
        names.stream().filter(name -> !History.knows(name)).findFirst().ifPresent(name -> {
            throw unreadable("history " + name);
        });
        return term.apply(names);
    }

    private static Optional<Term> named(String text) {
        return switch (text) {
            case "female" -> Optional.of(PersonTerms.female(true));
            case "male" -> Optional.of(PersonTerms.female(false));
            case "understood" -> Optional.of(ComplaintTerms.understood());
            case "pregnant" -> Optional.of(PersonTerms.pregnant());
            default -> MeasuredTerms.named(text);
        };
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("a rule's condition cannot be read: " + text);
    }
}
