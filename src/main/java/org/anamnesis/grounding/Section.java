package org.anamnesis.grounding;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a summary, in reading order. */
public enum Section {
    ONE_LINER("one-liner", "In one line"),
    ACTIVE_PROBLEMS("active-problems", "Active problems"),
    ALLERGIES("allergies", "Allergies and intolerances"),
    DIRECTIVES("directives", "Code status and directives"),
    MEDICATIONS("medications", "Medications"),
    RESULTS("results", "Recent results and vital signs"),
    ENCOUNTERS("encounters", "Recent encounters and procedures"),
    PLAN("plan", "Pending or planned");

    private final String code;
    private final String title;

    Section(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The word for callers and in a model's answer. */
    public String code() {
        return code;
    }

    /** The heading for people. */
    public String title() {
        return title;
    }

    public static Optional<Section> ofCode(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code.equals(code))
                .findFirst();
    }
}
