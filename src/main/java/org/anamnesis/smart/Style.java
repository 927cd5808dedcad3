package org.anamnesis.smart;

import java.util.Optional;

/**
 * What of an EHR's look the page takes over (SMART App Launch 2.2, {@code smart_style_url}): its letters and its corners.
 * Colours are not among it: ours tell verdicts apart and hold their contrast.
 *
 * @param bodyFont a list of font names, {@code font_family_body}
 * @param headingFont a list of font names, {@code font_family_heading}
 * @param radius of corners, with its unit, {@code dim_border_radius}
 */
public record Style(Optional<String> bodyFont, Optional<String> headingFont, Optional<String> radius) {

    /** Our own look. */
    public static final Style OURS = new Style(Optional.empty(), Optional.empty(), Optional.empty());
}
