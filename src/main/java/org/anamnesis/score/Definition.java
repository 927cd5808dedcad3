package org.anamnesis.score;

/**
 * What a score is and where it comes from.
 *
 * @param name the name clinicians know
 * @param version which version of it
 * @param citation the publication
 * @param appliesTo for whom it was made, in words
 */
public record Definition(String name, String version, String citation, String appliesTo) {}
