package org.anamnesis.injection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.wordlist.WordList;

/**
 * A request or a question within a clinical text that has nothing to do with health: "Write a poem about the sea." Where a text
 * is nothing but such a request, or a conversation of many questions, it is not out of place in itself and nothing is said.
 */
final class Requests {

    private static final Set<String> CLINICAL = WordList.words("injection/clinical-words.txt");
    private static final Set<String> BEGINS = words("begins:");
    /** With the blank behind each. */
    private static final Set<String> PHRASES =
            words("phrases:").stream().map(phrase -> phrase + " ").collect(Collectors.toUnmodifiableSet());

    private static final Set<String> BEDSIDE = words("bedside:");
    private static final Set<String> HEALTH = words("health:");
    private static final Set<String> CARE = words("care:");
    private static final Set<String> QUESTIONS = words("questions:");

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.](?=\\S)[^.!?\\n]*)*[.!?]*['\"”)]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    private static final Pattern LABEL = Pattern.compile("^\\s*\\p{Lu}[\\p{L} /()-]{1,40}:\\s+(?=\\S)");
    private static final Pattern POLITE = Pattern.compile(
            "^(?:please|kindly|can you|could you|would you|will you|also|now|then|next|first|just)[, ]+(?:please )?");
    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\d\\s?(?:mg|mcg|ml|g|kg|cm|mm|mmhg|bpm|%|units?|tabs?|days?|weeks?|months?|hours?|hrs?|x|°)|\\b(?:bid|tid|qid|prn|po|iv|qd|q\\d+h|hs|ac|pc|f/u|w/|s/p|r/o|pt|pts|hx|dx|tx|rx|sx)\\b");
    /** Endings of the names of diseases, operations and drugs. */
    private static final Set<String> ENDINGS =
            Set.of(("itis osis emia pathy ectomy ostomy otomy ology ologist scopy plasty gram penia uria algia mab"
                            + " tinib pril sartan statin olol azole cillin mycin floxacin azine prazole cycline parin gliptin"
                            + " gliflozin glutide triptan setron zepam zolam caine phylline terol sone solone")
                    .split(" "));

    private static final int SHORTEST_ENDING =
            ENDINGS.stream().mapToInt(String::length).min().orElse(0);
    private static final int LONGEST_ENDING =
            ENDINGS.stream().mapToInt(String::length).max().orElse(0);
    private static final int BEFORE_AN_ENDING = 3;

    /** A capital letter within a sentence, of a word that no name follows; articles and the like tell a sentence from a title. */
    private static final Pattern JOINED = Pattern.compile(
            "(?<=[\\p{Ll},;)] )\\p{Lu}\\p{Ll}*(?= (?!\\p{Lu}\\p{Ll}))(?=.*\\b(?:an?|the|your|my|me|us|how|is|are|do|does|of|to|in|for|with|from|some|any|every|between|about)\\b)");

    /** "Use of", "Plan to", "Name Smith" are no commands. */
    private static final Pattern AT_BEDSIDE = Pattern.compile(
            "^[\\s\"'“(*-]*\\p{L}+ (?!(?:of|to|if|for|as|with|and|or|is|was|were|are|by|in|on|at|from|until|when|than|no|not|only if|after|before|per|up|off|out)\\b)(?:\\p{Ll}|\\d|[\"'“])");

    private static final Pattern MARKS_IN_FRONT = Pattern.compile("^[\\s\"'“(*-]+");
    private static final Pattern QUESTION_END = Pattern.compile("(?s).*\\?['\"”)]*$");
    private static final int FEWEST_WORDS = 3;

    private static final int CONVERSATION = 3;

    private Requests() {}

    static Optional<Suspicion> find(String text) {
        if (text.chars().filter(character -> character == '?').count() >= CONVERSATION) {
            return Optional.empty();
        }
        Matcher label = LABEL.matcher(text);
        int from = label.find() ? label.end() : 0;
        return first(text, from).filter(found -> from > 0 || isClinical(text) || isOfHealth(text));
    }

    private static Optional<Suspicion> first(String text, int from) {
        Matcher sentence = SENTENCE.matcher(text);
        sentence.region(from, text.length());
        while (sentence.find()) {
            Optional<Suspicion> found = request(sentence.group(), sentence.start());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A sentence that is one; or its end from a capital letter on, where no full stop divides it from what stands before. */
    private static Optional<Suspicion> request(String sentence, int start) {
        if (isRequest(sentence.strip())) {
            return Optional.of(new Suspicion(Reason.OUT_OF_PLACE, start, start + sentence.length()));
        }
        Matcher capital = JOINED.matcher(sentence);
        while (capital.find()) {
            if (isRequest(sentence.substring(capital.start()))) {
                return Optional.of(
                        new Suspicion(Reason.OUT_OF_PLACE, start + capital.start(), start + sentence.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isRequest(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        String bare =
                POLITE.matcher(MARKS_IN_FRONT.matcher(lower).replaceFirst("")).replaceFirst("");
        Matcher word = WORD.matcher(bare);
        if (!word.lookingAt()) {
            return false;
        }
        String first = word.group();
        boolean question =
                QUESTIONS.contains(first) && QUESTION_END.matcher(lower.strip()).matches();
        boolean command = ((BEGINS.contains(first) && !BEDSIDE.contains(first))
                                || PHRASES.stream().anyMatch(bare::startsWith))
                        && bare.length() > first.length()
                        && " ,".indexOf(bare.charAt(first.length())) >= 0
                || BEDSIDE.contains(first) && AT_BEDSIDE.matcher(sentence).find();
        return (question || command)
                && WORD.matcher(bare).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS
                && !isClinical(sentence)
                && !isOfCare(lower, first);
    }

    private static boolean isOfCare(String lower, String first) {
        return WORD.matcher(lower)
                .results()
                .anyMatch(word ->
                        HEALTH.contains(word.group()) || (BEDSIDE.contains(first) && CARE.contains(word.group())));
    }

    private static boolean isOfHealth(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(word -> HEALTH.contains(word.group()) || word.group().startsWith("exam"));
    }

    static boolean isClinical(String text) {
        return MEASURED.matcher(text).find()
                || WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(match -> match.group())
                        .anyMatch(word -> CLINICAL.contains(word)
                                || (word.endsWith("s") && CLINICAL.contains(word.substring(0, word.length() - 1)))
                                || endsLikeADisease(word));
    }

    private static boolean endsLikeADisease(String word) {
        for (int length = SHORTEST_ENDING; length <= LONGEST_ENDING && length < word.length(); length++) {
            int ending = word.length() - length;
            if (ENDINGS.contains(word.substring(ending)) && word.codePointCount(0, ending) >= BEFORE_AN_ENDING) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String kind) {
        return WordList.lines("injection/request-words.txt").stream()
                .filter(line -> line.startsWith(kind))
                .flatMap(line -> WordList.terms(line.substring(kind.length())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
