package org.anamnesis.focus;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Standing;
import org.anamnesis.focus.Asked.Choosing;
import org.anamnesis.focus.Asked.Comparison;
import org.anamnesis.focus.Asked.Extreme;
import org.anamnesis.focus.Asked.Qualifier;
import org.anamnesis.focus.Asked.Subject;

/**
 * Reads a question by its cues, in an order in which no reader takes another's words: times and stays first, then what the
 * chart knows by name, then bounds, order and topics, and at last whatever words are left.
 */
final class QuestionReader {

    private static final Pattern ASSUMED_NOW = Pattern.compile(
            "\\b(?:assum(?:e|ing)|suppose) (?:that )?(?:the )?(?:current time|now) is ([\\d-]{10}[ t][\\d:]{4,8})\\.?");

    /** Instructions that come along with questions and are none: how to search, how to answer. */
    private static final Pattern INSTRUCTION = Pattern.compile(
            "\\b(?:when searching for|search for|i want (?:the final|to use))\\b(?:'[^']*'|[^'.])*+\\.");

    private static final Pattern PATIENT =
            Pattern.compile("\\bpatient(?:'s)?(?: (?:with|identified|id|by|number|the))* #?\\d[\\d-]*(?:'s)?");
    private static final Pattern COMPARISON = Pattern.compile(
            "\\b(?:(greater|more|higher|larger|above|over|exceed\\w*)|less|lower|fewer|smaller|below|under)(?: than)?"
                    + " (-?\\d{1,12}(?:\\.\\d{1,6})?)");
    private static final Pattern OF_ALL = Pattern.compile(
            "\\b(?:how many|how often|number of|count|tally|list|all|every|any|total|in total|average)\\b");
    private static final Pattern GREATEST = Pattern.compile("\\b(?:maximum|max|highest|greatest|largest|peak)\\b");
    private static final Pattern LEAST = Pattern.compile("\\b(?:minimum|min|lowest|least|smallest|nadir)\\b");

    /** What is longer is a text and no question; its beginning is read. */
    private static final int MAX_LENGTH = 2_000;

    private final Lexicon lexicon;
    private final List<Pattern> identifying;

    QuestionReader(Lexicon lexicon, Demographics patient) {
        this.lexicon = lexicon;
        this.identifying = patient.identifying().stream()
                .filter(word -> word.length() > 2)
                .map(word -> Pattern.compile("\\b" + Pattern.quote(Phrase.folded(word)) + "(?:'s)?(?!\\w)"))
                .toList();
    }

    Asked read(Question question) {
        String text = question.text();
        Wording wording = new Wording(text.substring(0, Math.min(MAX_LENGTH, text.length())));
        LocalDateTime now = wording.take(ASSUMED_NOW)
                .flatMap(QuestionReader::assumed)
                .orElse(question.now().local());
        wording.takeAll(INSTRUCTION);
        wording.takeAll(PATIENT);
        identifying.forEach(wording::takeAll);
        boolean ofAll = wording.has(OF_ALL);
        List<Window> spans = TimeCues.take(wording, now);
        List<Meaning> meanings = meanings(wording);
        List<StayCue> stays = StayCue.take(wording);
        NameCues names = new NameCues(lexicon);
        List<Qualifier> qualifiers = names.takeQualifiers(wording);
        names.takeKnown(wording, 2);
        Optional<Comparison> comparison = wording.take(COMPARISON).map(QuestionReader::comparison);
        List<Extreme> extremes = extremes(wording);
        Set<Standing> standings = StandingCues.in(wording);
        List<Rank> ranks = Rank.take(wording);
        Set<Topic> topics = TopicCues.take(wording);
        names.takeKnown(wording, 1);
        Subject subject = new Subject(topics, names.names(wording), qualifiers);
        return Settled.of(
                subject, stays, new Choosing(ranks, extremes, comparison, standings, ofAll), spans, meanings, now);
    }

    private static Optional<LocalDateTime> assumed(MatchResult found) {
        try {
            return Optional.of(
                    LocalDateTime.parse(found.group(1).replace(' ', 'T').toUpperCase(Locale.ROOT)));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static List<Meaning> meanings(Wording wording) {
        List<String> words = wording.words().stream()
                .map(Wording.Word::text)
                .filter(QuestionWords::says)
                .toList();
        return Meaning.of(new Phrase(words)).stream().distinct().toList();
    }

    private static List<Extreme> extremes(Wording wording) {
        List<Extreme> extremes = new ArrayList<>();
        if (!wording.takeAll(GREATEST).isEmpty()) {
            extremes.add(Extreme.GREATEST);
        }
        if (!wording.takeAll(LEAST).isEmpty()) {
            extremes.add(Extreme.LEAST);
        }
        return extremes;
    }

    private static Comparison comparison(MatchResult found) {
        return new Comparison(found.group(1) != null, new BigDecimal(found.group(2)));
    }
}
