package org.anamnesis.notes;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.prose.Block.Shape;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * HTML as a reader sees it: headings, paragraphs, lists and tables in reading order. Scripts, styles and what is styled so as
 * not to show are left out; nothing is loaded.
 */
final class HtmlReader {

    private static final int META_WITHIN = 1024;
    private static final Set<String> UNSEEN = Set.of(
            "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "select", "textarea");

    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(?i)(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|(?:font-size|opacity)\\s*:\\s*0(?![.\\d]))");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private HtmlReader() {}

    static void read(byte[] bytes, String contentType, Blocks blocks) {
        String start = new String(bytes, 0, Math.min(bytes.length, META_WITHIN), StandardCharsets.ISO_8859_1);
        String declared = Charsets.declared(contentType).isPresent() ? contentType : start;
        read(Charsets.decode(bytes, declared), blocks);
    }

    /** Reads markup, e.g. the narrative of a resource. */
    static void read(String markup, Blocks blocks) {
        Document document = Jsoup.parse(markup);
        Seen seen = new Seen(new Flow(blocks), blocks);
        seen.flow.start(Shape.LINES);
        document.body().filter(seen);
        seen.flow.end();
    }

    /** Walks what shows, node by node and without recursion, however deep it is nested. */
    private static final class Seen implements NodeFilter {

        private final Flow flow;
        private final Blocks blocks;

        Seen(Flow flow, Blocks blocks) {
            this.flow = flow;
            this.blocks = blocks;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            Blocks.checkWaitedFor();
            if (node instanceof TextNode text) {
                flow.text(
                        inPre(text)
                                ? text.getWholeText()
                                : SPACE.matcher(text.getWholeText()).replaceAll(" "));
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (isHidden(element)) {
                blocks.remark("text that does not show was left out");
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
            return FilterResult.CONTINUE;
        }

        private void open(Element element) {
            switch (element.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend" -> flow.start(Shape.HEADING);
                case "li" ->
                    flow.item(element.parent() != null
                            && element.parent().normalName().equals("ol"));
                case "ol", "ul" -> flow.openList();
                case "tr" -> flow.row();
                case "td", "th" -> flow.cell();
                case "br" -> flow.lineEnd();
                case "hr" -> flow.start(Shape.LINES);
                case "b", "strong" -> flow.strong(true);
                case "input" -> field(element);
                default -> {
                    if (element.isBlock()) {
                        flow.start(Shape.LINES);
                    }
                }
            }
        }

        private void close(Element element) {
            switch (element.normalName()) {
                case "b", "strong" -> flow.strong(false);
                case "ol", "ul" -> flow.closeList();
                case "tr" -> flow.endRow();
                case "td", "th", "br", "hr", "input" -> {
                    // the next cell, line or row says where these end
                }
                default -> {
                    if (element.isBlock() || element.normalName().equals("caption")) {
                        flow.start(Shape.LINES);
                    }
                }
            }
        }

        /** A form that was filled in: what shows is the mark or the value. */
        private void field(Element input) {
            switch (input.attr("type")) {
                case "checkbox", "radio" -> flow.text(input.hasAttr("checked") ? "[x]" : "[ ]");
                case "hidden", "password", "button", "submit" -> {
                    // no text of the note
                }
                default -> flow.text(input.attr("value"));
            }
        }

        private static boolean isHidden(Element element) {
            return element.hasAttr("hidden")
                    || (element.hasAttr("style")
                            && NOT_SHOWN.matcher(element.attr("style")).find());
        }

        private static boolean inPre(TextNode text) {
            for (Node parent = text.parent(); parent instanceof Element element; parent = parent.parent()) {
                if (element.normalName().equals("pre")) {
                    return true;
                }
            }
            return false;
        }
    }
}
