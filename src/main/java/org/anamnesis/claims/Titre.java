package org.anamnesis.claims;

/** How a titre is written: a dilution as laboratories make them, where nothing around it speaks of a time of day. */
public final class Titre {

    /** E.g. {@code 1:40} and {@code 1:160}; not the {@code 1:40} of "at 1:40" or "1:40 am", and not {@code 1:1}. */
    public static final String PATTERN =
            "(?<!\\b(?:at|by|from|until|till|around|about|since|before|after)\\s|\\d\\s|[\\d:.])"
                    + "1:(?:2|4|5|8|10|16|20|25|32|40|50|64|80|\\d{3,5})\\b(?!:| ?(?:[ap]\\.?m\\b|h(?:rs?|ours?)?\\b))";

    private Titre() {}
}
