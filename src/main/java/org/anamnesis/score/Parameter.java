package org.anamnesis.score;

/** One kind of value that scores are computed from; its codes, names, unit and limits stand in {@code inputs.txt}. */
public enum Parameter {
    RESPIRATORY_RATE,
    OXYGEN_SATURATION,
    SYSTOLIC_PRESSURE,
    DIASTOLIC_PRESSURE,
    HEART_RATE,
    TEMPERATURE,
    CONSCIOUSNESS,
    SUPPLEMENTAL_OXYGEN,
    ROOM_AIR,
    OXYGEN_FLOW,
    INSPIRED_OXYGEN,
    COMA_SCORE,
    EYE_OPENING,
    VERBAL_RESPONSE,
    MOTOR_RESPONSE,
    CAPILLARY_REFILL,
    RESPIRATORY_EFFORT,
    PAIN,
    CREATININE,
    UREA,
    UREA_NITROGEN,
    WHITE_CELLS,
    BAND_FORMS,
    ARTERIAL_CARBON_DIOXIDE,
    TROPONIN,
    BILIRUBIN,
    ALANINE_TRANSFERASE,
    ASPARTATE_TRANSFERASE,
    ALKALINE_PHOSPHATASE,
    PREGNANCY_STATUS,
    SATURATION_SCALE,
    LABILE_INR,
    WEEKLY_DRINKS,
    CLINICAL_SIGNS_OF_THROMBOSIS,
    EMBOLISM_MOST_LIKELY,
    IMMOBILE_OR_OPERATED,
    BEDRIDDEN_OR_OPERATED,
    HAEMOPTYSIS,
    LEG_PARALYSIS_OR_PLASTER,
    LEG_TENDERNESS,
    WHOLE_LEG_SWOLLEN,
    CALF_SWELLING,
    PITTING_OEDEMA,
    COLLATERAL_VEINS,
    OTHER_DIAGNOSIS_AS_LIKELY,
    CHEST_PAIN_HISTORY,
    ELECTROCARDIOGRAM;

    /** Its name as people read it. */
    public String words() {
        return InputTable.of(this).words();
    }

    /** The UCUM unit that scores take it in; empty where it is a word. */
    public String unit() {
        return InputTable.of(this).unit().orElse("");
    }

    /** Its name in the tables. */
    String key() {
        return Text.key(this);
    }
}
