package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same script asked to put right what a program found wrong: it insists on every word. */
final class RepairAnswer {

    private static final Pattern FAILED = Pattern.compile(
            "^#(\\d+) \\| statement \\| \\S+ \\| (.*) \\| cited: (.*?) \\| fails: .*$", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("[A-Z]+\\d+(?:s\\d+)?");

    private RepairAnswer() {}

    /** What the script writes of the failing statements; what is no text stays as it is. */
    static Reply of(Reply summary, ChartBlock chart) {
        if (!(summary instanceof Reply.Written written) || !written.text().startsWith("{")) {
            return summary;
        }
        var lines = new StringBuilder();
        List<String> insisted = new ArrayList<>();
        Matcher failed = FAILED.matcher(chart.raw());
        while (failed.find()) {
            var object = JsonNodeFactory.instance.objectNode();
            object.put("statement", Integer.parseInt(failed.group(1))).put("text", failed.group(2));
            var citations = object.putArray("citations");
            ID.matcher(failed.group(3)).results().forEach(id -> citations.add(id.group()));
            lines.append(object).append('\n');
            insisted.add(failed.group(2));
        }
        return new Reply.Written(
                lines.toString(), "stop", written.pause(), written.pieceCharacters(), List.copyOf(insisted));
    }
}
