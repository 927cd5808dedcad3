package org.anamnesis.store;

/** Where a draft stands on its way into the EHR. It only ever moves forward. */
public enum DraftState {
    DRAFTED,
    SIGNED,
    FILED
}
