package org.anamnesis.score;

import java.math.BigDecimal;

/** Wells' score for pulmonary embolism. Two of its parts are a clinician's judgement and are never made up. */
final class WellsPe implements Score {

    private static final Definition DEFINITION = new Definition(
            "Wells PE",
            "Wells 2000",
            "Wells PS et al. Derivation of a simple clinical model to categorize patients probability of pulmonary embolism."
                    + " Thromb Haemost 2000;83:416-420",
            "people of 18 years and over in whom pulmonary embolism is suspected, not pregnant");

    private static final int ADULT = 18;
    private static final BigDecimal FAST = BigDecimal.valueOf(100);
    private static final BigDecimal LIKELY = BigDecimal.valueOf(4);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Eligibility.notPregnant(findings, "not made for pregnant women"))
                .orElseGet(() -> {
                    Tally tally = new Tally(findings);
                    Criteria criteria = new Criteria(findings, tally)
                            .answer(
                                    "Clinical signs of deep vein thrombosis",
                                    "3",
                                    Parameter.CLINICAL_SIGNS_OF_THROMBOSIS)
                            .answer(
                                    "Pulmonary embolism as likely as any other diagnosis or likelier",
                                    "3",
                                    Parameter.EMBOLISM_MOST_LIKELY)
                            .number(
                                    "Heart rate above 100",
                                    "1.5",
                                    Parameter.HEART_RATE,
                                    rate -> rate.compareTo(FAST) > 0)
                            .answer(
                                    "Immobile for three days, or an operation within four weeks",
                                    "1.5",
                                    Parameter.IMMOBILE_OR_OPERATED)
                            .everHad("Earlier deep vein thrombosis or pulmonary embolism", "1.5", "thromboembolism")
                            .answer("Haemoptysis", "1", Parameter.HAEMOPTYSIS);
                    Malignancy.add(findings, tally, criteria);
                    return tally.sum(WellsPe::band);
                });
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(LIKELY) > 0
                ? new Band("likely", "above 4: imaging, for review", Concern.URGENT)
                : new Band("unlikely", "4 or less: D-dimer, for review", Concern.RAISED);
    }
}
