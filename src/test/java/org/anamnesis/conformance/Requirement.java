package org.anamnesis.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * The requirements that a test shows to be met, by their numbers in Inferno's list for SMART App Launch 2.2.0, clients (
 * {@code hl7.fhir.uv.smart-app-launch_2.2.0}). {@code docs/conformance.md} is made from these.
 */
@Documented
@Target(ElementType.METHOD)
public @interface Requirement {

    /** The numbers. */
    int[] value();
}
