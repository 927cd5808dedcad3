package org.anamnesis.conflict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence of a note says of allergies.
 *
 * @param line the sentence
 * @param substance what the patient is said to be allergic to; empty where there is said to be no allergy
 */
record AllergyLine(Line line, Optional<String> substance) {

    private static final Pattern NONE =
            Pattern.compile("\\bnk[d]?a\\b|\\bno (?:known )?(?:drug |medication |medicine )?allerg(?:y|ies)\\b"
                    + "|\\ballergies\\s*[:-]?\\s*(?:(?:pt|patient|family|daughter|son|wife|husband|mother)\\s+(?:says|reports|states)\\s+)?"
                    + "(?:none|nil|no)\\b(?!\\s+(?:change|new))|\\bdenies (?:any |all )?(?:known )?(?:drug |medication )?allerg\\w+"
                    + "|\\bnot allergic to (?:any|anything)");
    private static final String SUBSTANCE = "([a-z][a-z /-]{2,40})";
    private static final String REACTION =
            "(?:rash|hives|urticaria|anaphyla\\w+|angioedema|swelling|swelled|bronchospasm|itch\\w*|wheez\\w+)";
    private static final List<Pattern> SOME = List.of(
            Pattern.compile("\\ballergic (?:reaction )?to " + SUBSTANCE),
            Pattern.compile("\\ballerg(?:y|ies)(?: to |\\s*[:-]\\s*)" + SUBSTANCE),
            Pattern.compile("\\b" + REACTION + "(?: and [a-z]+)? (?:with|to|from|after|on) " + SUBSTANCE),
            Pattern.compile(SUBSTANCE + " allergy\\b"),
            Pattern.compile(SUBSTANCE + "\\s*[(:,-]\\s*(?:[a-z]+ ){0,2}" + REACTION));

    private static final Terms ABOUT =
            Terms.of("allerg*, nka, nkda, rash*, hives, urticari*, anaphyla*, angioedema, swell*, bronchospasm,"
                    + " itch*, wheez*");

    /** Empty where the sentence says nothing of the patient's allergies. */
    static Optional<AllergyLine> of(Line line) {
        return ABOUT.mayBeIn(line) ? read(line) : Optional.empty();
    }

    private static Optional<AllergyLine> read(Line line) {
        Matcher none = NONE.matcher(line.plain());
        if (none.find() && !Cues.isOfRelative(line, none.start())) {
            return Optional.of(new AllergyLine(line, Optional.empty()));
        }
        return SOME.stream()
                .map(pattern -> pattern.matcher(line.plain()))
                .filter(Matcher::find)
                .filter(found -> !Cues.isDenied(line, found.start(), found.end())
                        && !Cues.isOfRelative(line, found.start())
                        && !Cues.isDoubted(line, found.start()))
                .map(found -> found.group(1).strip())
                .filter(Allergens::nameADrug)
                .findFirst()
                .map(substance -> new AllergyLine(line, Optional.of(substance)));
    }
}
