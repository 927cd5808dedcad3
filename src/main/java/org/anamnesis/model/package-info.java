/**
 * The gateway to language models: the one door to langchain4j.
 *
 * <p>It sends only what the privacy step released, only to the configured endpoint, within limits of time, length and
 * number, and gives back text that nobody trusts yet.
 */
@NullMarked
package org.anamnesis.model;

import org.jspecify.annotations.NullMarked;
