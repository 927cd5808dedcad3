package org.anamnesis.sandbox.access;

import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRuleTester;
import org.hl7.fhir.r4.model.Binary;

/**
 * A Binary is a patient's where its security context says so: no compartment has Binaries.
 *
 * @param patient the reference to the patient
 */
record OwnFiles(String patient) implements IAuthRuleTester {

    /** The request alone says nothing: what it brings does. */
    @Override
    public boolean matches(RuleTestRequest request) {
        return true;
    }

    @Override
    public boolean matchesOutput(RuleTestRequest answer) {
        return answer.resource instanceof Binary file
                && patient.equals(file.getSecurityContext().getReference());
    }
}
