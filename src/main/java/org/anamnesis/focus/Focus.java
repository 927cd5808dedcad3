package org.anamnesis.focus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.focus.Asked.Subject;

/** One chart, searchable. */
public final class Focus {

    private final Chart chart;
    private final ChartWords words;
    private final Stays stays;
    private final Cultures cultures;
    private final QuestionReader reader;

    public Focus(Chart chart) {
        this.chart = chart;
        this.words = new ChartWords(chart);
        this.stays = new Stays(chart);
        this.cultures = new Cultures(chart);
        this.reader = new QuestionReader(words.lexicon(), chart.patient());
    }

    /** The facts that bear on a question. */
    public Choice choose(Question question) {
        Asked asked = reader.read(question);
        Candidates candidates = Candidates.of(asked.subject(), words);
        List<Picked> picked = new Selection(stays).pick(asked, candidates);
        List<String> searched = Searched.words(asked);
        if (picked.isEmpty()) {
            return new Choice.NothingFound(searched, lookedAt(asked));
        }
        Set<Fact> facts = new LinkedHashSet<>();
        picked.forEach(picks -> facts.addAll(picks.facts()));
        if (picked.stream().anyMatch(picks -> picks.topic() == Topic.PATIENT)) {
            asked.stay().ifPresent(cue -> facts.addAll(stays.meant(cue, asked.now())));
        }
        facts.addAll(cultures.besides(List.copyOf(facts)));
        List<CitationId> ids = facts.stream().map(Fact::id).toList();
        return new Choice.Chosen(ids, new AnswerValues(chart, stays).of(picked), searched);
    }

    /** The cultures in which an organism was looked for. */
    private List<CitationId> lookedAt(Asked asked) {
        Set<Topic> topics = asked.subject().topics();
        if (!topics.contains(Topic.ORGANISM) && !topics.contains(Topic.SUSCEPTIBILITY)) {
            return List.of();
        }
        Subject cultures = new Subject(
                Set.of(Topic.CULTURE), asked.subject().names(), asked.subject().qualifiers());
        return new Selection(stays)
                .pick(asked, Candidates.of(cultures, words)).stream()
                        .flatMap(picks -> picks.facts().stream())
                        .map(Fact::id)
                        .distinct()
                        .toList();
    }
}
