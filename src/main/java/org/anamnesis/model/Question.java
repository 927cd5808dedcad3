package org.anamnesis.model;

import java.util.function.Consumer;
import org.anamnesis.privacy.Released;

/**
 * What one model is asked in its turn.
 *
 * @param prompt the text
 * @param lines takes each line that has ended
 * @param handed whether a line was handed to who asked: then nothing is tried again
 * @param call on whose behalf
 */
record Question(Released prompt, Consumer<String> lines, java.util.function.BooleanSupplier handed, ModelCall call) {}
