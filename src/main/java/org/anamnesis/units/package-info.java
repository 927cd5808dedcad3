/**
 * Units of measure: which UCUM code a unit's text means, and numbers from one unit to another.
 *
 * <p>The only door to the UCUM library. Pure functions. What cannot be told or converted safely is empty: no mass becomes
 * an amount of substance, no international unit becomes anything else, and an ambiguous text has no code.
 */
@NullMarked
package org.anamnesis.units;

import org.jspecify.annotations.NullMarked;
