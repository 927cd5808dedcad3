package org.anamnesis.evaluation;

/** Why a query's result may differ from the answer that is called right, though the query was evaluated as it should be. */
enum Difference {
    ANSWER_NOT_IN_CHART("the answer's words are nowhere in the chart: it was made from another edition of the data"),
    WITHOUT_EMERGENCY_DEPARTMENT(
            "equal when the emergency department's resources are left out: the store that made the answer had none"),
    LABORATORY_MISSING(
            "the query looks for the specimens of Observations, and the laboratory's Observations are missing"),
    ORDER("the result depends on the order of resources that the query treats as equal"),
    ANSWER_FINDS_LESS("the answer says none, and the chart has one under the same codes"),
    UNEXPLAINED("not explained");

    private final String words;

    Difference(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
