package org.anamnesis.model;

/**
 * What a model is called.
 *
 * @param name in this installation, e.g. {@code ward}
 * @param model at its endpoint, for the label on what it wrote
 */
public record ModelName(String name, String model) {}
