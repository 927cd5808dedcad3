package org.anamnesis.model;

/**
 * What one user, or all of an EHR, may ask for within an hour, on each node. 0 means no bound.
 *
 * @param requests answers asked for
 * @param tokens tokens of prompts and answers
 */
public record Budget(long requests, long tokens) {

    /** No bound. */
    public static final Budget NONE = new Budget(0, 0);

    public Budget {
        if (requests < 0 || tokens < 0) {
            throw new IllegalArgumentException("a budget must not be below zero; 0 means no bound");
        }
    }

    boolean allows(long usedRequests, long usedTokens, long moreTokens) {
        return (requests == 0 || usedRequests < requests) && (tokens == 0 || usedTokens + moreTokens <= tokens);
    }
}
