package org.anamnesis.injection;

import java.util.regex.Pattern;

/** A model's words without what could load or lead to something: markup, images, links, hidden characters. */
public final class PlainAnswer {

    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\](?:\\([^)]*\\)|\\[[^\\]]*\\])?");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern HIDING =
            Pattern.compile("(?is)<!--.*?(?:-->|$)|<(script|style|iframe|object|svg|template)\\b.*?(?:</\\1\\s*>|$)");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?|ftp|file|data|javascript):\\S+|\\bwww\\.\\S+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainAnswer() {}

    /** One line of plain text; a link's words stay, its address does not. */
    public static String of(String words) {
        String seen = HiddenText.removed(words);
        String before;
        do {
            before = seen;
            seen = HIDING.matcher(seen).replaceAll("");
            seen = IMAGE.matcher(seen).replaceAll("");
            seen = LINK.matcher(seen).replaceAll("$1");
            seen = TAG.matcher(seen).replaceAll("");
        } while (!seen.equals(before));
        return SPACES.matcher(ADDRESS.matcher(seen).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
