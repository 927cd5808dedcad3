package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature to be put on a draft.
 *
 * @param signer the Practitioner or PractitionerRole reference
 * @param at when
 * @param textHash SHA-256 of the text that was seen, in hex
 * @param encounter the logical id of the visit within which it is signed
 * @param firstTry when the background is to file it, if nobody has until then
 */
public record NewSignature(String signer, Instant at, String textHash, Optional<String> encounter, Instant firstTry) {}
