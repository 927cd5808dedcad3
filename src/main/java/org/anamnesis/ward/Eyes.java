package org.anamnesis.ward;

import org.anamnesis.fetch.EhrAccess;

/**
 * With whose eyes an EHR is read.
 *
 * @param ehr which EHR
 * @param access how to read it
 * @param right by whose right it is read: what was read by one is not shown by another
 * @param actor client and user for the audit
 */
public record Eyes(String ehr, EhrAccess access, String right, String actor) {}
