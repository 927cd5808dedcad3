/**
 * The audit trail as FHIR: each kept row as an AuditEvent of the shape that IHE Basic Audit Log Patterns (BALP 1.1) gives it. The
 * row is the truth; nothing is kept here.
 */
@NullMarked
package org.anamnesis.balp;

import org.jspecify.annotations.NullMarked;
