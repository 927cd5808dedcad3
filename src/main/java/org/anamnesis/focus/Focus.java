package org.anamnesis.focus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.focus.Asked.Subject;

/**
 * One chart, searchable.
 *
 * <p>A question that names sorts of things, names, times or an order is answered by picking facts by these. Where a chart
 * has notes, their sentences and whatever else has the question's words are looked through as well.
 */
public final class Focus {

    /** Of facts and sentences, where notes are searched too. */
    private static final int FEW = 12;

    /** More picked facts than this leave sentences no room, unless all of them are asked for. */
    private static final int PICKED_BESIDE_NOTES = 6;

    private final Chart chart;
    private final ChartWords words;
    private final Stays stays;
    private final Cultures cultures;
    private final QuestionReader reader;
    private final boolean hasNotes;

    public Focus(Chart chart) {
        this.chart = chart;
        this.words = new ChartWords(chart);
        this.stays = new Stays(chart);
        this.cultures = new Cultures(chart);
        this.reader = new QuestionReader(words.lexicon(), chart.patient());
        this.hasNotes = words.hasSentences();
    }

    /** The facts and sentences that bear on a question. */
    public Choice choose(Question question) {
        Asked asked = reader.read(question);
        List<Picked> picked = new Selection(stays).pick(asked, Candidates.of(asked.subject(), words));
        Set<CitationId> ids = new LinkedHashSet<>(picked(asked, picked));
        if (hasNotes) {
            besideNotes(asked, ids);
        }
        List<String> searched = Searched.words(asked, hasNotes);
        if (ids.isEmpty()) {
            return new Choice.NothingFound(searched, lookedAt(asked));
        }
        return new Choice.Chosen(
                List.copyOf(ids), new AnswerValues(chart, stays, question.text()).of(picked), searched);
    }

    private List<CitationId> picked(Asked asked, List<Picked> picked) {
        Set<Fact> facts = new LinkedHashSet<>();
        picked.forEach(picks -> facts.addAll(picks.facts()));
        if (picked.stream().anyMatch(picks -> picks.topic() == Topic.PATIENT)) {
            asked.stay().ifPresent(cue -> facts.addAll(stays.meant(cue, asked.now())));
        }
        facts.addAll(cultures.besides(List.copyOf(facts)));
        return facts.stream().map(Fact::id).toList();
    }

    /** Many picked facts of a chart with notes are kept only where all are asked for; the words find the rest. */
    private void besideNotes(Asked asked, Set<CitationId> ids) {
        if (ids.size() > FEW) {
            if (asked.choice().ofAll()) {
                return;
            }
            ids.clear();
        }
        List<CitationId> first = ids.stream().limit(PICKED_BESIDE_NOTES).toList();
        List<CitationId> rest = ids.stream().skip(PICKED_BESIDE_NOTES).toList();
        Set<CitationId> all = new LinkedHashSet<>(first);
        List<CitationId> found = new Retrieval(words.index(), stays).find(asked, first, FEW - first.size());
        all.addAll(found);
        all.addAll(rest);
        ids.clear();
        all.stream().limit(FEW).forEach(ids::add);
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
