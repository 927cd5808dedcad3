package org.anamnesis.focus;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/** Reads what sort of thing a question is about: "prescribed", "organism", "admitted". */
final class TopicCues {

    /** @param last whether it counts only where no cue before it said more than a stay */
    private record Cue(Set<Topic> topics, Pattern pattern, boolean last) {}

    private static final String LAST = "?";

    /** Stays bound what is asked about more often than they are it. */
    private static final Set<Topic> STAYS = EnumSet.of(Topic.HOSPITAL, Topic.INTENSIVE, Topic.EMERGENCY);

    private static final List<Cue> CUES =
            WordList.lines("focus/topics.txt").stream().map(TopicCues::cue).toList();

    private TopicCues() {}

    /** Takes the words; empty where none of them tells. */
    static Set<Topic> take(Wording wording) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (Cue cue : CUES) {
            boolean said = !wording.takeAll(cue.pattern()).isEmpty();
            if (said && (!cue.last() || STAYS.containsAll(topics))) {
                topics.addAll(cue.topics());
            }
        }
        return topics;
    }

    private static Cue cue(String line) {
        int bar = line.indexOf('|');
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        boolean last = line.startsWith(LAST);
        Arrays.stream(line.substring(last ? 1 : 0, bar).split(","))
                .map(String::strip)
                .map(Topic::valueOf)
                .forEach(topics::add);
        return new Cue(
                topics, Pattern.compile("\\b(?:" + line.substring(bar + 1).strip() + ")(?!\\w)"), last);
    }
}
