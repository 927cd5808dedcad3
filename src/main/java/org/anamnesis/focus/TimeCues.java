package org.anamnesis.focus;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.focus.NamedTimes.NamedTime;

/** Reads when a question is about: "since 06/2114", "until yesterday", "on 15 November", "in the last three days". */
final class TimeCues {

    private static final Pattern BEFORE_IT =
            Pattern.compile("(?:\\b(?:in|during|for|over)\\s+)?\\b(since|from|starting|as"
                    + " of|after|until|till|up to|before|prior to|by|in|during|on|at|within|throughout"
                    + "|over|for|of|between|and)(?:\\s+(?:the|(?:the )?(?:date|day|month|year)(?: of)?))?\\s*$");
    /** More readings than this are not told apart. */
    private static final int MAX_READINGS = 4;

    private TimeCues() {}

    /** Takes the times; gives the spans the question can mean, one at least. */
    static List<Window> take(Wording wording, LocalDateTime now) {
        Set<Window> bounds = new LinkedHashSet<>(Set.of(Window.ALWAYS));
        Set<Window> spans = new LinkedHashSet<>();
        String text = wording.text();
        boolean between = false;
        for (NamedTime time : NamedTimes.in(text, now)) {
            Matcher before = BEFORE_IT.matcher(text.substring(0, time.start()));
            boolean led = before.find();
            wording.take(led ? before.start() : time.start(), time.end());
            String word = led ? before.group(1) : "in";
            between |= word.equals("between");
            switch (word.equals("and") && !between ? "in" : word) {
                case "since", "from", "starting", "as of", "between" ->
                    bounds = narrowed(
                            bounds,
                            time.spans().stream()
                                    .map(span -> Window.since(span.from()))
                                    .toList());
                case "after" ->
                    bounds = narrowed(
                            bounds,
                            time.spans().stream()
                                    .map(span -> Window.since(span.to()))
                                    .toList());
                case "until", "till", "up to", "and", "by" ->
                    bounds = narrowed(
                            bounds,
                            time.spans().stream()
                                    .map(span -> Window.until(span.to()))
                                    .toList());
                case "before", "prior to" ->
                    bounds = narrowed(
                            bounds,
                            time.spans().stream()
                                    .map(span -> Window.until(span.from()))
                                    .toList());
                default -> spans.addAll(time.spans());
            }
        }
        return readings(bounds, spans);
    }

    private static Set<Window> narrowed(Set<Window> bounds, List<Window> alternatives) {
        Set<Window> both = new LinkedHashSet<>();
        bounds.forEach(bound -> alternatives.forEach(other -> both.add(bound.and(other))));
        return both;
    }

    /** Two spans ("at 10:00 and at 12:00") are two readings; a bound holds for each. */
    private static List<Window> readings(Set<Window> bounds, Set<Window> spans) {
        if (spans.isEmpty()) {
            return bounds.stream().limit(MAX_READINGS).toList();
        }
        List<Window> readings = new ArrayList<>();
        spans.forEach(span -> bounds.forEach(bound -> readings.add(span.and(bound))));
        return readings.stream().distinct().limit(MAX_READINGS).toList();
    }
}
