package org.anamnesis.claims;

/**
 * What a fact does not bear out.
 *
 * @param code a stable word for what was compared
 * @param words in words
 * @param otherwise whether the fact says otherwise, not only nothing
 */
record Misfit(String code, String words, boolean otherwise) {}
