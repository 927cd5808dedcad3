/**
 * What the product keeps: drafts with their signatures, in a database whose schema is Flyway's.
 *
 * <p>The one door to persistence. Patient content is sealed before it is stored; ids and times are not.
 */
@NullMarked
package org.anamnesis.store;

import org.jspecify.annotations.NullMarked;
