package org.anamnesis.fetch;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.anamnesis.exchange.Download;
import org.hl7.fhir.r4.model.Bundle;

/** The requests that the reading of one chart made, for whoever must account for them; many threads may write to it. */
public final class Journal {

    private static final int MOST = 500;

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    /**
     * One request.
     *
     * @param query below the EHR's base, with its parameters
     * @param came {@code done}, or a stable word for why nothing came: {@code refused}, {@code absent}, {@code timeout},
     *     {@code http-503}
     */
    public record Line(String query, String came) {

        /** Whether an answer came that could be used. */
        public boolean isDone() {
            return came.equals("done");
        }
    }

    /** What was noted so far, in the order in which the answers came. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    Answer note(URI base, String address, Answer answer) {
        note(base, address, word(answer));
        return answer;
    }

    void note(URI base, Bundle batch, List<Answer> answers) {
        for (int i = 0; i < batch.getEntry().size(); i++) {
            String url = batch.getEntry().get(i).getRequest().getUrl();
            note(base, url, i < answers.size() ? word(answers.get(i)) : "unreadable-answer");
        }
    }

    Download note(URI base, URI address, Download download) {
        note(
                base,
                address.toString(),
                switch (download) {
                    case Download.Arrived ignored -> "done";
                    case Download.Refused refused -> "http-" + refused.status();
                    case Download.TooLarge ignored -> "too-large";
                    case Download.Broken broken -> broken.late() ? "timeout" : "unreachable";
                });
        return download;
    }

    private void note(URI base, String address, String came) {
        String text = base.toString();
        String query = address.startsWith(text + "/") ? address.substring(text.length() + 1) : address;
        if (lines.size() < MOST) {
            lines.add(new Line(query, came));
        }
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Arrived ignored -> "done";
            case Answer.Absent ignored -> "absent";
            case Answer.Refused ignored -> "refused";
            case Answer.Broken broken -> broken.reason();
        };
    }
}
