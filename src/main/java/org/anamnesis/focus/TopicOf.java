package org.anamnesis.focus;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;

/** Which topic a fact belongs to, by its kind and its categories. */
final class TopicOf {

    private static final Pattern OUTPUT = Pattern.compile("\\boutputs?\\b");
    private static final Pattern DRAINS = Pattern.compile("\\bdrains?\\b");
    private static final Pattern LABORATORY =
            Pattern.compile("\\blab|patholog|chemistry|h(a)?ematolog|serolog|blood gas");
    private static final Pattern MICROBIOLOGY = Pattern.compile("microbio|\\bmb\\b");

    /** Tests of microbiology by their names, where neither code nor category tells. */
    private static final Pattern CULTURE =
            Pattern.compile("\\b(cultures?|gram stain|(acid fast|fungal|afb) smear|mrsa|pcr|swab|viral panel)\\b");

    private TopicOf() {}

    static Topic fact(Fact fact) {
        return switch (fact.kind()) {
            case PATIENT -> Topic.PATIENT;
            case PROBLEM -> Topic.DIAGNOSIS;
            case ALLERGY -> Topic.ALLERGY;
            case MEDICATION -> medication(fact);
            case RESULT -> result(fact);
            case VITAL -> Topic.VITAL;
            case ENCOUNTER -> encounter(fact);
            case PROCEDURE -> Topic.PROCEDURE;
            case IMMUNIZATION -> Topic.IMMUNIZATION;
            case PLAN -> Topic.PLAN;
            case NOTE, COVERAGE -> Topic.NOTE;
            case HISTORY -> Topic.HISTORY;
            case SOCIAL -> Topic.SOCIAL;
            case DEVICE -> Topic.DEVICE;
            case DIRECTIVE -> Topic.DIRECTIVE;
        };
    }

    private static Topic medication(Fact fact) {
        return fact.attributes(Role.CATEGORY)
                .map(category -> switch (category.text()) {
                    case "given" -> Topic.GIVEN;
                    case "dispensed" -> Topic.DISPENSED;
                    case "reported" -> Topic.REPORTED;
                    default -> Topic.ORDER;
                })
                .filter(topic -> topic != Topic.ORDER)
                .findFirst()
                .orElse(Topic.ORDER);
    }

    private static Topic result(Fact fact) {
        if (fact.attribute(Role.TEST).isPresent()) {
            return fact.attribute(Role.ORGANISM).isPresent() ? Topic.SUSCEPTIBILITY : Topic.ORGANISM;
        }
        String categories = categories(fact);
        if (OUTPUT.matcher(categories).find()
                || (DRAINS.matcher(categories).find() && fact.quantity().isPresent())) {
            return Topic.OUTPUT;
        }
        boolean laboratory =
                categories.isEmpty() || LABORATORY.matcher(categories).find();
        boolean culture = fact.attribute(Role.ORGANISM).isPresent()
                || MICROBIOLOGY.matcher(systems(fact.concept())).find()
                || MICROBIOLOGY.matcher(categories).find()
                || (laboratory
                        && CULTURE.matcher(fact.concept().text().toLowerCase(Locale.ROOT))
                                .find());
        if (culture) {
            return Topic.CULTURE;
        }
        return laboratory ? Topic.LAB : Topic.FINDING;
    }

    private static Topic encounter(Fact fact) {
        String categories = categories(fact);
        if (categories.contains("intensive care")) {
            return Topic.INTENSIVE;
        }
        if (categories.contains("emergency department stay")) {
            return Topic.EMERGENCY;
        }
        boolean stay = categories.contains("hospital stay")
                || Stream.of("inpatient", "observation", "short stay").anyMatch(categories::contains);
        if (stay) {
            return Topic.HOSPITAL;
        }
        return categories.contains("emergency") ? Topic.EMERGENCY : Topic.VISIT;
    }

    private static String categories(Fact fact) {
        return fact.attributes(Role.CATEGORY)
                .map(category -> category.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "));
    }

    private static String systems(Concept concept) {
        return concept.codings().stream()
                .map(coding -> coding.system().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
