package org.anamnesis.chart;

import java.util.Optional;

/** A blood pressure read off a panel (LOINC 8480-6 systolic, 8462-4 diastolic), written the way clinicians write it. */
public record BloodPressure(Value.Quantity systolic, Value.Quantity diastolic) {

    private static final String LOINC = "http://loinc.org";
    private static final String SYSTOLIC = "8480-6";
    private static final String DIASTOLIC = "8462-4";

    /** The panel as a blood pressure, where it has both parts as quantities. */
    public static Optional<BloodPressure> of(Value.Panel panel) {
        Optional<Value.Quantity> systolic = part(panel, SYSTOLIC);
        Optional<Value.Quantity> diastolic = part(panel, DIASTOLIC);
        if (systolic.isEmpty() || diastolic.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BloodPressure(systolic.get(), diastolic.get()));
    }

    /** E.g. {@code 112/64 mmHg}. */
    public String text() {
        return systolic.number().toPlainString() + "/" + diastolic.number().toPlainString() + " mmHg";
    }

    private static Optional<Value.Quantity> part(Value.Panel panel, String code) {
        return panel.components().stream()
                .filter(component -> component.concept().isCodedAs(LOINC, code))
                .map(Value.Component::value)
                .filter(Value.Quantity.class::isInstance)
                .map(Value.Quantity.class::cast)
                .findFirst();
    }
}
