package org.anamnesis.triage;

/** The decision points of the Emergency Severity Index, version 4. */
public enum Point {
    A("Does this patient require an immediate life-saving intervention?"),
    B("Is this a high-risk situation, or is the patient newly confused, lethargic or disoriented, or in severe pain or"
            + " distress?"),
    C("How many different kinds of resources is this patient likely to need?"),
    D("Are the vital signs in the danger zone of the age?");

    private final String question;

    Point(String question) {
        this.question = question;
    }

    public String question() {
        return question;
    }
}
