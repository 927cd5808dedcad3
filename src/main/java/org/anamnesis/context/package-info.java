/**
 * The use case "give the context of a patient": read the chart or take the given one, keep what counts for the visit and the
 * time, choose what bears on the question, and write it out within a budget. No model is asked.
 */
@NullMarked
package org.anamnesis.context;

import org.jspecify.annotations.NullMarked;
