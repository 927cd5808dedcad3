/**
 * The gateway to language models: the one door to langchain4j.
 *
 * <p>It sends only what the privacy step released, only to the configured endpoints, within limits of time, length, number
 * and cost, and gives back text that nobody trusts yet, with the name of the model that wrote it and why others did not.
 */
@NullMarked
package org.anamnesis.model;

import org.jspecify.annotations.NullMarked;
