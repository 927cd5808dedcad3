package org.anamnesis.conflict;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.DrugMentions;
import org.anamnesis.course.Said;

/**
 * A drug that a sentence names, with the words that belong to it.
 *
 * @param line the sentence
 * @param drug the name in it
 * @param courses the chart's courses of this drug
 * @param front the words between the drug named before and this one, in lower case
 * @param behind the words between this drug and the next one, in lower case
 * @param next the drug named next in the sentence
 */
record DrugLine(
        Line line,
        DrugMentions.Mention drug,
        List<Course> courses,
        String front,
        String behind,
        Optional<DrugLine> next) {

    private static final Pattern OWN_WORDS_END = Pattern.compile("[;(\\[]|\\.(?=\\s|$)|\\)");
    private static final Pattern OLD_DOSE =
            Pattern.compile("\\b(?:from|was|old|previous(?:ly)?|formerly|up to|max(?:imum)?)\\s+\\d[\\d.,]*\\s*(?:mg|g|mcg|micrograms?|units?)?(?:\\s+to\\b)?");
    private static final Pattern NEAR_AMOUNT = Pattern.compile("^(?:[^\\w]*[a-z][a-z'-]*){0,3}[^\\w]*(?=[.\\d])");
    private static final Pattern AMOUNT_IN_FRONT =
            Pattern.compile("(\\d[\\d.,]*\\s*(?:mg|g|mcg|micrograms?|units?|ml|mmol|meq))\\s+(?:of\\s+|iv\\s+|po\\s+|oral\\s+)*$");
    private static final int RHYTHM_REACH = 40;

    DrugLine {
        courses = List.copyOf(courses);
    }

    /** The drugs of a sentence, in its order. */
    static List<DrugLine> in(Line line, DrugMentions mentions, List<Course> courses) {
        List<DrugMentions.Mention> found = mentions.in(line.text());
        LinkedList<DrugLine> drugs = new LinkedList<>();
        for (int i = found.size() - 1; i >= 0; i--) {
            DrugMentions.Mention drug = found.get(i);
            int from = i == 0 ? 0 : found.get(i - 1).end();
            int to = i + 1 == found.size()
                    ? line.plain().length()
                    : found.get(i + 1).start();
            drugs.addFirst(new DrugLine(
                    line,
                    drug,
                    courses.stream()
                            .filter(course -> course.drug().ingredients().equals(drug.ingredients()))
                            .toList(),
                    line.plain().substring(from, drug.start()),
                    line.plain().substring(drug.end(), to),
                    Optional.ofNullable(drugs.peekFirst())));
        }
        return List.copyOf(drugs);
    }

    /** The dosage the sentence tells as this drug's; empty amounts where it tells none. An old dose is none. */
    Dosing dosing() {
        String own = OWN_WORDS_END.split(behind, 2)[0];
        String told = OLD_DOSE.matcher(own).replaceAll(" ");
        Matcher near = NEAR_AMOUNT.matcher(told);
        if (near.find()) {
            String amount = told.substring(near.end());
            int comma = amount.indexOf(", ");
            String first = comma < 0 ? amount : amount.substring(0, comma);
            // "Paracetamol and 5 mg morphine": an amount right in front of the next drug is that one's.
            boolean ofTheNext = next.isPresent() && comma < 0 && AMOUNT_IN_FRONT.matcher(behind).find();
            return Dosing.of(ofTheNext ? "" : first.substring(0, Math.min(first.length(), RHYTHM_REACH)));
        }
        Matcher before = AMOUNT_IN_FRONT.matcher(front);
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
        String before = line.plain().substring(0, drug.start());
        return before.chars().filter(one -> one == '(').count()
                > before.chars().filter(one -> one == ')').count();
    }

    String name() {
        return String.join(" / ", drug.ingredients());
    }
}
