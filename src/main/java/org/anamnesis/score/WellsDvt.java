package org.anamnesis.score;

import java.math.BigDecimal;

/** Wells' score for deep vein thrombosis, in the version of 2003 with an earlier thrombosis. */
final class WellsDvt implements Score {

    private static final Definition DEFINITION = new Definition(
            "Wells DVT",
            "Wells 2003",
            "Wells PS et al. Evaluation of D-dimer in the diagnosis of suspected deep-vein thrombosis."
                    + " N Engl J Med 2003;349:1227-1235",
            "people of 18 years and over in whom deep vein thrombosis is suspected, not pregnant");

    private static final int ADULT = 18;
    private static final BigDecimal LIKELY = BigDecimal.TWO;

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
                    Criteria criteria = new Criteria(findings, tally);
                    Malignancy.add(findings, tally, criteria);
                    criteria.answer("Paralysis, paresis or plaster of a leg", "1", Parameter.LEG_PARALYSIS_OR_PLASTER)
                            .answer(
                                    "Bedridden for three days, or a major operation within twelve weeks",
                                    "1",
                                    Parameter.BEDRIDDEN_OR_OPERATED)
                            .answer("Tenderness along the deep veins", "1", Parameter.LEG_TENDERNESS)
                            .answer("Entire leg swollen", "1", Parameter.WHOLE_LEG_SWOLLEN)
                            .answer("Calf swelling of more than 3 cm", "1", Parameter.CALF_SWELLING)
                            .answer("Pitting oedema of the symptomatic leg", "1", Parameter.PITTING_OEDEMA)
                            .answer("Collateral superficial veins", "1", Parameter.COLLATERAL_VEINS)
                            .everHad("Earlier deep vein thrombosis", "1", "deep-vein-thrombosis")
                            .answer("Another diagnosis at least as likely", "-2", Parameter.OTHER_DIAGNOSIS_AS_LIKELY);
                    return tally.sum(WellsDvt::band);
                });
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(LIKELY) >= 0
                ? new Band("likely", "2 or more: ultrasound, for review", Concern.RAISED)
                : new Band("unlikely", "below 2: D-dimer, for review", Concern.LOW);
    }
}
