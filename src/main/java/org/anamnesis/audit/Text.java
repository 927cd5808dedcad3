package org.anamnesis.audit;

/** Text as the trail takes it: within its columns, and the same when it is read again. */
final class Text {

    private Text() {}

    /** Cut to a length, without control characters. */
    static String bounded(String text, int longest) {
        // Half a character would come back from the database as another, and break the chain.
        String visible = text.replaceAll("[\\p{Cntrl}]|[^\\x00-\\x{FFFF}]|\\p{Cs}", " ");
        return visible.length() <= longest ? visible : visible.substring(0, longest);
    }
}
