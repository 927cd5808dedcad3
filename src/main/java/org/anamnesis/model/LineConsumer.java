package org.anamnesis.model;

/**
 * Takes an answer line by line while the model is still writing.
 *
 * <p>It is called on the thread that asked. A line has ended, at the end of its JSON object where it is one, is not blank and
 * is never called back: once one was handed over, no other model is asked, so that the lines of one answer are all by one
 * model. Where it throws, the model is hung up on and the exception goes to who asked.
 */
@FunctionalInterface
public interface LineConsumer {

    /** @param line one line as the model wrote it, unchecked, without its end */
    void line(String line, ModelName model);
}
