/**
 * Files signed drafts into the EHR, each exactly once.
 *
 * <p>It takes signed drafts only, looks before it writes, asks the EHR to create only where nothing has the draft's
 * identifier, and after an answer that was lost looks again.
 */
@NullMarked
package org.anamnesis.filing;

import org.jspecify.annotations.NullMarked;
