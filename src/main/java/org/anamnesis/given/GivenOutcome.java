package org.anamnesis.given;

/** What came of a chart that a caller gave. */
public sealed interface GivenOutcome {

    /** It is this patient's. */
    record Taken(GivenChart chart) implements GivenOutcome {}

    /** A Patient in it is another one. */
    record OtherPatient() implements GivenOutcome {}

    /** It holds no Patient that can be read, or several. */
    record NotOnePatient() implements GivenOutcome {}

    /** It holds an element that FHIR does not know. */
    record UnknownElement() implements GivenOutcome {}
}
