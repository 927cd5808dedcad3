/**
 * Identifiers in free text: where a text names persons, dates, numbers, contacts, places.
 *
 * <p>Pure: java.* only. Word lists are data files beside the classes. What is found and what must stay (eponyms, fractions,
 * doses, vital signs): {@code docs/privacy.md}.
 */
@NullMarked
package org.anamnesis.deidentification;

import org.jspecify.annotations.NullMarked;
