package org.anamnesis.conflict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.DrugMentions;
import org.anamnesis.course.Said;

/**
 * A drug that a sentence names, with the words that belong to it.
 *
 * @param line the sentence
 * @param drugs all drugs it names, in its order
 * @param place which of them this is
 * @param courses the chart's courses of this drug
 */
record DrugLine(Line line, List<DrugMentions.Mention> drugs, int place, List<Course> courses) {

    private static final Pattern OWN_WORDS_END = Pattern.compile("[;(\\[]|\\.(?=\\s|$)|\\)");
    private static final Pattern OLD_DOSE = Pattern.compile(
            "\\b(?:from|was|old|previous(?:ly)?|formerly|up to|max(?:imum)?)\\s+\\d[\\d.,]*\\s*(?:mg|g|mcg|micrograms?|units?)?(?:\\s+to\\b)?");
    private static final Pattern NEAR_AMOUNT = Pattern.compile("^(?:[^\\w]*[a-z][a-z'-]*){0,3}[^\\w]*(?=[.\\d])");
    private static final Pattern AMOUNT_IN_FRONT = Pattern.compile(
            "(\\d[\\d.,]*\\s*(?:mg|g|mcg|micrograms?|units?|ml|mmol|meq))\\s+(?:of\\s+|iv\\s+|po\\s+|oral\\s+)*$");
    private static final int RHYTHM_REACH = 40;

    DrugLine {
        drugs = List.copyOf(drugs);
        courses = List.copyOf(courses);
    }

    /** The drugs of a sentence, in its order. */
    static List<DrugLine> in(Line line, DrugMentions mentions, List<Course> courses) {
        List<DrugMentions.Mention> drugs = mentions.in(line.text());
        return IntStream.range(0, drugs.size())
                .mapToObj(place -> new DrugLine(
                        line,
                        drugs,
                        place,
                        courses.stream()
                                .filter(course -> course.drug()
                                        .ingredients()
                                        .equals(drugs.get(place).ingredients()))
                                .toList()))
                .toList();
    }

    DrugMentions.Mention drug() {
        return drugs.get(place);
    }

    /** The drug named next in the sentence. */
    Optional<DrugLine> next() {
        return place + 1 < drugs.size()
                ? Optional.of(new DrugLine(line, drugs, place + 1, List.of()))
                : Optional.empty();
    }

    /** The words between the drug named before and this one, in lower case. */
    String front() {
        return line.plain().substring(place == 0 ? 0 : drugs.get(place - 1).end(), drug().start());
    }

    /** The words between this drug and the next one, in lower case. */
    String behind() {
        int end = place + 1 < drugs.size()
                ? drugs.get(place + 1).start()
                : line.plain().length();
        return line.plain().substring(drug().end(), end);
    }

    /** All words of the sentence in front of this drug, with the names of other drugs taken out. */
    String allInFront() {
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (DrugMentions.Mention other : drugs.subList(0, place)) {
            words.append(line.plain(), from, other.start());
            from = other.end();
        }
        return words.append(line.plain(), from, drug().start()).toString();
    }

    /** The dosage the sentence tells as this drug's; empty amounts where it tells none. An old dose is none. */
    Dosing dosing() {
        String behind = behind();
        String own = OWN_WORDS_END.split(behind, 2)[0];
        String told = OLD_DOSE.matcher(own).replaceAll(" ");
        Matcher near = NEAR_AMOUNT.matcher(told);
        if (near.find()) {
            String amount = told.substring(near.end());
            int comma = amount.indexOf(", ");
            String first = comma < 0 ? amount : amount.substring(0, comma);
            // "Paracetamol and 5 mg morphine": an amount right in front of the next drug is that one's.
            boolean ofTheNext = next().isPresent()
                    && comma < 0
                    && AMOUNT_IN_FRONT.matcher(behind).find();
            return Dosing.of(ofTheNext ? "" : first.substring(0, Math.min(first.length(), RHYTHM_REACH)));
        }
        Matcher before = AMOUNT_IN_FRONT.matcher(front());
        return before.find() ? Dosing.of(before.group(1)) : Dosing.of("");
    }

    /** The orders and reports of this drug in the chart. */
    List<Fact> orders() {
        return courses.stream()
                .flatMap(course -> course.facts().stream())
                .filter(fact -> Said.of(fact).isStatement())
                .toList();
    }

    /** Whether it stands in brackets, as an aside. */
    boolean isAside() {
        String before = line.plain().substring(0, drug().start());
        return before.chars().filter(one -> one == '(').count()
                > before.chars().filter(one -> one == ')').count();
    }

    String name() {
        return String.join(" / ", drug().ingredients());
    }
}
