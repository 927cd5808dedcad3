package org.anamnesis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/**
 * Finds the sentence of a note or of a report that says what a statement says: all of its words by their meaning, meant or denied alike,
 * its numbers said of the same things, of the same day, in the same manner. Made once for a chart; pure.
 */
public final class NoteCheck {

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?;])\\s+|\\n");
    private static final Pattern PLAN_HEADING = Pattern.compile(
            "\\b(?:plan|plans|recommend\\w*|instruct\\w*|advice|follow[- ]?up|to do|goals?|pending|next steps?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<FactKind> WORDED = Set.of(
            FactKind.RESULT,
            FactKind.DIRECTIVE,
            FactKind.PROCEDURE,
            FactKind.PROBLEM,
            FactKind.ENCOUNTER,
            FactKind.MEDICATION);
    private static final Set<Standing> NOT_SO = Set.of(Standing.NEGATED, Standing.CANCELLED, Standing.PLANNED);

    private static final Pattern ON_ARRIVAL = Pattern.compile(
            "\\b(?:up)?on (?:arrival|admission|presentation)\\b(?! (?:day|note))|\\bat presentation\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<Witness> witnesses = new ArrayList<>();
    private final Set<LocalDate> arrivals;

    public NoteCheck(Chart chart) {
        this(chart, QuotablePassages.of(chart));
    }

    /** @param quotable {@link QuotablePassages#of} this chart, where they are known */
    public NoteCheck(Chart chart, List<Passage> quotable) {
        this.arrivals = chart.facts(FactKind.ENCOUNTER)
                .flatMap(fact -> fact.time().stream())
                .map(ClinicalTime::date)
                .collect(Collectors.toSet());
        Map<String, Told> read = new HashMap<>();
        quotable.forEach(passage -> add(chart, passage, read));
        chart.facts().stream()
                .filter(fact -> WORDED.contains(fact.kind()) && !NOT_SO.contains(fact.standing()))
                .forEach(fact -> add(fact, read));
    }

    /** Each text once: notes repeat themselves, and all sentences of a section stand under one heading. */
    private static Told told(String text, Map<String, Told> read) {
        return read.computeIfAbsent(text, ToldReader::read);
    }

    private void add(Chart chart, Passage passage, Map<String, Told> read) {
        Optional<Fact> note = chart.fact(passage.id().whole());
        String around = passage.section().orElse("") + ". "
                + note.map(fact -> fact.concept().text()).orElse("");
        boolean plans = passage.section()
                .filter(heading -> PLAN_HEADING.matcher(heading).find())
                .isPresent();
        witnesses.add(new Witness(
                passage.id(),
                told(passage.text(), read),
                told(around, read).words().keySet(),
                note.flatMap(Fact::time),
                plans,
                passage.text()));
    }

    /** What a report found or what is written beside a list's entry, sentence by sentence under its name. */
    private void add(Fact fact, Map<String, Told> read) {
        List<String> texts = new ArrayList<>();
        fact.value().filter(Value.Worded.class::isInstance).map(Value::text).ifPresent(texts::add);
        fact.attributes().stream()
                .filter(attribute -> attribute.role() == Attribute.Role.COMMENT)
                .map(Attribute::text)
                .forEach(texts::add);
        if (fact.kind() == FactKind.DIRECTIVE) {
            texts.add(fact.concept().text());
        }
        String called = fact.concept().text() + ". "
                + fact.attributes(Attribute.Role.BODY_SITE).map(Attribute::text).collect(Collectors.joining(". "));
        Set<String> name = told(called, read).words().keySet();
        texts.stream()
                .flatMap(SENTENCES::splitAsStream)
                .filter(text -> !text.isBlank())
                .forEach(text ->
                        witnesses.add(new Witness(fact.id(), told(text, read), name, fact.time(), false, text)));
    }

    /** The sentences that bear a statement out; empty where none does or where another one of the notes speaks against it. */
    public List<CitationId> saying(String statement) {
        boolean onTheFirstDay = ON_ARRIVAL.matcher(statement).find();
        Told said = ToldReader.read(ON_ARRIVAL.matcher(statement).replaceAll(" "));
        List<Witness> saying = witnesses.stream()
                .filter(witness -> witness.bearsOut(said))
                .filter(witness -> !onTheFirstDay || witness.isOfItsDay(arrivals))
                .toList();
        boolean disputed = witnesses.stream().anyMatch(witness -> witness.denies(said));
        if (saying.isEmpty() || disputed) {
            return List.of();
        }
        Set<CitationId> ids = new LinkedHashSet<>();
        saying.forEach(witness -> ids.add(witness.id()));
        return List.copyOf(ids);
    }
}
