package org.anamnesis.score;

/**
 * The band a score falls into, in the publication's words.
 *
 * @param name the band, e.g. {@code medium}
 * @param meaning what the publication says of it, as an option for review
 * @param concern how it ranks
 */
public record Band(String name, String meaning, Concern concern) {}
