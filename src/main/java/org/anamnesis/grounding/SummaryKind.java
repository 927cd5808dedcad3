package org.anamnesis.grounding;

import static org.anamnesis.grounding.Section.ACTIVE_PROBLEMS;
import static org.anamnesis.grounding.Section.ALLERGIES;
import static org.anamnesis.grounding.Section.CHANGES;
import static org.anamnesis.grounding.Section.CONCERNING;
import static org.anamnesis.grounding.Section.DIRECTIVES;
import static org.anamnesis.grounding.Section.ENCOUNTERS;
import static org.anamnesis.grounding.Section.MEDICATIONS;
import static org.anamnesis.grounding.Section.MEDICATION_CHANGES;
import static org.anamnesis.grounding.Section.ONE_LINER;
import static org.anamnesis.grounding.Section.PLAN;
import static org.anamnesis.grounding.Section.RESULTS;
import static org.anamnesis.grounding.Section.STAY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of summary: what each is called, and its sections in reading order. */
public enum SummaryKind {
    /** The whole chart in brief, for whoever is about to see the patient. */
    BRIEF(
            "brief",
            "Chart summary",
            List.of(ONE_LINER, ACTIVE_PROBLEMS, ALLERGIES, DIRECTIVES, MEDICATIONS, RESULTS, ENCOUNTERS, PLAN)),
    /** One stay, for the discharge. */
    HOSPITAL_COURSE(
            "hospital-course",
            "Hospital course",
            List.of(
                    ONE_LINER,
                    STAY,
                    ACTIVE_PROBLEMS,
                    ENCOUNTERS,
                    RESULTS,
                    MEDICATION_CHANGES,
                    MEDICATIONS,
                    ALLERGIES,
                    DIRECTIVES,
                    PLAN)),
    /**
     * For the next shift, in the order of I-PASS (Starmer et al., N Engl J Med 2014;371:1803): patient summary, action list,
     * situation awareness. The severity of the illness and the synthesis are the clinicians' own words.
     */
    HANDOFF(
            "handoff",
            "Handoff",
            List.of(ONE_LINER, STAY, ACTIVE_PROBLEMS, PLAN, ALLERGIES, DIRECTIVES, RESULTS, MEDICATIONS)),
    /** What changed since the visit before. */
    SINCE_LAST_VISIT(
            "since-last-visit",
            "Since the last visit",
            List.of(ONE_LINER, CHANGES, MEDICATION_CHANGES, RESULTS, ENCOUNTERS, ALLERGIES, DIRECTIVES, PLAN)),
    /** What the chart holds on one problem or question. */
    PROBLEM("problem", "Problem summary", List.of(ONE_LINER, CONCERNING, ALLERGIES, DIRECTIVES)),
    /** For the patient, under plain headings. */
    PATIENT(
            "patient-friendly",
            "Your health record in brief",
            List.of(ACTIVE_PROBLEMS, ALLERGIES, MEDICATIONS, ENCOUNTERS, PLAN));

    private static final Map<Section, String> PLAIN = Map.of(
            ACTIVE_PROBLEMS, "Your health problems",
            ALLERGIES, "What you are allergic to",
            MEDICATIONS, "Your medicines",
            ENCOUNTERS, "Your last visits and procedures",
            PLAN, "What comes next");

    private final String code;
    private final String title;
    private final List<Section> sections;

    SummaryKind(String code, String title, List<Section> sections) {
        this.code = code;
        this.title = title;
        this.sections = sections;
    }

    /** The word for callers. */
    public String code() {
        return code;
    }

    /** What the document is called. */
    public String title() {
        return title;
    }

    /** Its sections, in reading order. */
    public List<Section> sections() {
        return sections;
    }

    /** A section's heading in this kind. */
    public String title(Section section) {
        return this == PATIENT ? PLAIN.getOrDefault(section, section.title()) : section.title();
    }

    /** Whether every problem and medicine must be told, and not only what is dangerous to leave out anywhere. */
    public boolean tellsAll() {
        return this != SINCE_LAST_VISIT && this != PROBLEM;
    }

    public static Optional<SummaryKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
