package org.anamnesis.report;

import java.util.Locale;

/** Writes one SVG drawing. Colours and fonts are the page's: shapes carry class names only. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** @param title what it shows, for those who cannot see it */
    Svg(int width, int height, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" xmlns=\"http://www.w3.org/2000/svg\">",
                width,
                height,
                escaped(title)));
    }

    /** A filled rectangle that says what it stands for when pointed at. */
    void box(String look, double x, double y, double width, double height, String hint) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                look,
                x,
                y,
                Math.max(0, width),
                Math.max(0, height),
                escaped(hint)));
    }

    void line(String look, double fromX, double fromY, double toX, double toY) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                look,
                fromX,
                fromY,
                toX,
                toY));
    }

    /** @param points as {@code x,y} pairs */
    void path(String look, String points) {
        out.append("<polyline class=\"")
                .append(look)
                .append("\" points=\"")
                .append(points)
                .append("\"/>");
    }

    /** @param anchor {@code start}, {@code middle} or {@code end}: which point of the text is at x */
    void text(String look, double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                look,
                x,
                y,
                anchor,
                escaped(text)));
    }

    @Override
    public String toString() {
        return out + "</svg>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
