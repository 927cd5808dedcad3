/**
 * SMART authorization: clients, sign-in, launches, scopes, tokens and discovery, on Spring Authorization Server.
 * Nobody here has a password and consent is given without asking: everyone and everything is fictional, and the pages
 * say so. What a token permits is enforced in {@code access}.
 */
@NullMarked
package org.anamnesis.sandbox.authorization;

import org.jspecify.annotations.NullMarked;
