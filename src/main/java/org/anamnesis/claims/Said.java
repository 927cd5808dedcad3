package org.anamnesis.claims;

import java.util.List;

/**
 * What came of one claim.
 *
 * @param code a stable word for what was compared
 * @param words the reason, for a clinician
 * @param evidence what bears it out or speaks against it, the best first
 */
record Said(Outcome outcome, String code, String words, List<FactView> evidence) {

    Said {
        evidence = List.copyOf(evidence);
    }

    static Said supported(List<FactView> evidence) {
        return new Said(Outcome.SUPPORTED, "", "", evidence);
    }

    static Said contradicted(String code, String words, List<FactView> evidence) {
        return new Said(Outcome.CONTRADICTED, code, words, evidence);
    }

    static Said notFound(String code, String words, List<FactView> evidence) {
        return new Said(Outcome.NOT_FOUND, code, words, evidence);
    }

    boolean isSupported() {
        return outcome == Outcome.SUPPORTED;
    }
}
