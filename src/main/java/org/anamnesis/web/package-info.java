/**
 * What browsers meet: the launch, the clinician's page and its own API, the session between them, and our public keys.
 *
 * <p>Tokens never leave the server. The patient comes from the launch that the path names and from nowhere else. Every
 * answer says who may frame it, nothing is kept by the browser, and no error says more than a code, words for the
 * clinician and an incident id.
 */
@NullMarked
package org.anamnesis.web;

import org.jspecify.annotations.NullMarked;
