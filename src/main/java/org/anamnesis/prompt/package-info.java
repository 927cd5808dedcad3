/**
 * What a model is asked: versioned instructions from a file, and the digest as quoted data.
 *
 * <p>Pure. Text from the chart is data whatever it says; it stands only between the two marks of the chart block.
 */
@NullMarked
package org.anamnesis.prompt;

import org.jspecify.annotations.NullMarked;
