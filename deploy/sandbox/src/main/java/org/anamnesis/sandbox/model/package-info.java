/**
 * A scripted stand-in for a language model behind an OpenAI-compatible endpoint: it reads the chart's lines in the prompt and
 * writes statements from them, or misbehaves in a chosen way. It is no language model and says so in every answer.
 */
@NullMarked
package org.anamnesis.sandbox.model;

import org.jspecify.annotations.NullMarked;
