package org.anamnesis.deidentification;

import java.util.regex.Pattern;

/** Whether a text is clinical: then a capitalised word that nobody knows is more often a drug or a device than a person. */
final class Register {

    private static final int ENOUGH = 2;

    private static final Pattern CLINICAL = Pattern.compile(
            "(?i)\\b(?:mg|mcg|ml|mmhg|patient|pt|mrn|dob|diagnos\\w+|admi(?:tted|ssion)|discharged?|exam|history|hx|assessment|"
                    + "impression|tablets?|daily|bid|tid|prn|iv|po|chief complaint|symptoms?|medications?|allerg\\w+|labs?|vitals?|bp|hr|"
                    + "ct|mri|x-?ray|ecg|ekg|clinic|hospital|surgery|pain|fever|dyspnea|denies|noted|follow[- ]?up|inpatient|outpatient)\\b");

    private Register() {}

    static boolean isClinical(String text) {
        return CLINICAL.matcher(text).results().limit(ENOUGH).count() >= ENOUGH;
    }
}
