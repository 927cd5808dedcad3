package org.anamnesis.exchange;

import java.net.URI;

/**
 * A file to be fetched from the EHR.
 *
 * @param address where it lies, as {@link EhrOrigin#within} found it to be the EHR's
 * @param accept the media types wanted
 * @param most the bytes to be read at most, unpacked
 */
public record FileRequest(URI address, String accept, long most) {}
