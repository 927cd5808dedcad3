package org.anamnesis.grounding;

import java.util.Arrays;
import java.util.Optional;

/** The parts of summaries; which ones a summary has, and in which order, is its {@link SummaryKind}'s. */
public enum Section {
    ONE_LINER("one-liner", "In one line"),
    STAY("stay", "The stay"),
    CHANGES("changes", "New since then"),
    CONCERNING("concerning", "What the chart holds on it"),
    ACTIVE_PROBLEMS("active-problems", "Active problems"),
    ALLERGIES("allergies", "Allergies and intolerances"),
    DIRECTIVES("directives", "Code status and directives"),
    MEDICATION_CHANGES("medication-changes", "Changes of medication"),
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
