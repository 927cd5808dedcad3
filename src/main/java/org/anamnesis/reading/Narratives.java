package org.anamnesis.reading;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The narrative of a resource or a section in plain words: the text, a blank between cells, a full stop between blocks. */
final class Narratives {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_DEPTH = 60;
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "caption", "dt", "dd", "pre");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder words = new StringBuilder();

    private Narratives() {}

    static Optional<String> words(Narrative narrative) {
        if (!narrative.hasDiv()) {
            return Optional.empty();
        }
        Narratives collected = new Narratives();
        collected.read(narrative.getDiv(), 0);
        return Words.nonBlank(collected.words.toString().strip());
    }

    private void read(XhtmlNode node, int depth) {
        if (words.length() >= MAX_LENGTH || depth > MAX_DEPTH) {
            return;
        }
        if (node.getNodeType() == NodeType.Text) {
            words.append(node.getContent().replace('\u00a0', ' '));
            return;
        }
        String name = node.getName() == null ? "" : node.getName();
        if (node.hasChildren()) {
            node.getChildNodes().forEach(child -> read(child, depth + 1));
        }
        if (CELLS.contains(name)) {
            separate(" ");
        } else if (BLOCKS.contains(name)) {
            separate(". ");
        }
    }

    /** No mark where there is one, or nothing before it. */
    private void separate(String mark) {
        String written = words.toString().stripTrailing();
        words.setLength(written.length());
        if (!written.isEmpty()) {
            boolean closed = ".:;!?,".indexOf(written.charAt(written.length() - 1)) >= 0;
            words.append(closed ? " " : mark);
        }
    }
}
