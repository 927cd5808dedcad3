package org.anamnesis.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** What a patient has, had or takes, found in a chart by the names and codes of {@code history.txt}. */
public final class History {

    private static final Map<String, List<Entry>> TABLE = Rows.of(History.class, "history.txt").rows().stream()
            .map(Entry::of)
            .collect(Collectors.groupingBy(Entry::key));

    /** Names that speak of a disease without saying that the patient has it. */
    private static final List<List<String>> NOT_THE_PATIENTS = Stream.of(
                    "family history",
                    "screening",
                    "risk of",
                    "at risk",
                    "no history",
                    "rule out",
                    "exposure",
                    "relative")
            .map(Text::words)
            .toList();

    private static final Set<Standing> NEVER = EnumSet.of(Standing.NEGATED, Standing.CANCELLED);
    private static final Set<Standing> OVER =
            EnumSet.of(Standing.RESOLVED, Standing.INACTIVE, Standing.STOPPED, Standing.PLANNED);

    /** A course that was completed, or a dose that was given, counts as taken for so long. */
    private static final Duration LINGERS = Duration.ofDays(30);

    private final Chart chart;
    private final List<Named> facts;

    /** What a key names in this chart, found once. */
    private final Map<String, List<Fact>> named = new ConcurrentHashMap<>();

    public History(Chart chart) {
        this.chart = chart;
        this.facts = chart.facts().stream()
                .filter(fact -> kinds().contains(fact.kind()))
                .filter(fact -> !NEVER.contains(fact.standing()))
                .map(Named::of)
                .toList();
    }

    /** Whether a key stands in the table. */
    public static boolean knows(String key) {
        return TABLE.containsKey(key);
    }

    /** Whether words that are no fact of their own, as a complaint's, name something of the table. */
    public static boolean isNamed(String key, String words) {
        List<String> name = Text.words(words);
        return entries(key).stream().anyMatch(entry -> entry.isNamedBy(name));
    }

    /** What the patient has or takes at a moment. */
    public List<Measured<String>> current(String key, ClinicalTime moment) {
        return found(key, moment, fact -> isCurrent(fact, moment));
    }

    /** What the patient has or ever had; of medicines, those that are taken now. */
    public List<Measured<String>> ever(String key, ClinicalTime moment) {
        return found(
                key,
                moment,
                fact -> fact.kind() == FactKind.MEDICATION
                        ? isCurrent(fact, moment)
                        : fact.standing() != Standing.PLANNED);
    }

    /** Why nothing was found: not recorded, or the resource types that would say it were not read in full. */
    public Missing.Why unseen(String key) {
        return entries(key).stream()
                .flatMap(entry -> entry.types().stream())
                .map(type -> Inputs.unseen(chart.coverage(), type))
                .filter(Missing.Why.NotRead.class::isInstance)
                .findFirst()
                .orElseGet(Missing.Why.NotRecorded::new);
    }

    private List<Measured<String>> found(String key, ClinicalTime moment, Predicate<Fact> counts) {
        return named.computeIfAbsent(key, this::search).stream()
                .filter(counts)
                .filter(fact -> fact.time()
                        .filter(time -> Elapsed.between(time, moment).isNegative())
                        .isEmpty())
                .map(fact -> new Measured<>(
                        key.replace('-', ' '),
                        fact.concept().text(),
                        fact.concept().text(),
                        fact.time(),
                        Optional.of(fact.id())))
                .toList();
    }

    private List<Fact> search(String key) {
        List<Entry> entries = entries(key);
        // A chart repeats its names: each is compared once.
        Map<Likeness, Boolean> matches = new HashMap<>();
        return facts.stream()
                .filter(named -> matches.computeIfAbsent(
                        named.likeness(), alike -> entries.stream().anyMatch(entry -> entry.isNamedBy(named))))
                .map(Named::fact)
                .toList();
    }

    private static List<Entry> entries(String key) {
        return Optional.ofNullable(TABLE.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no history is named " + key));
    }

    private static boolean isCurrent(Fact fact, ClinicalTime moment) {
        boolean finished = fact.kind() == FactKind.MEDICATION
                && fact.standing() == Standing.COMPLETED
                && fact.time()
                        .filter(time -> Elapsed.between(time, moment).compareTo(LINGERS) <= 0)
                        .isEmpty();
        return !OVER.contains(fact.standing()) && !finished && !hasEnded(fact, moment);
    }

    private static boolean hasEnded(Fact fact, ClinicalTime moment) {
        return fact.attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .filter(end -> Elapsed.between(end, moment).isPositive())
                .isPresent();
    }

    private static Set<FactKind> kinds() {
        return EnumSet.of(FactKind.PROBLEM, FactKind.MEDICATION, FactKind.PROCEDURE);
    }

    /** A fact with the words of its name and, of a mix, of its ingredients. */
    private record Named(Fact fact, List<String> words, Likeness likeness) {

        static Named of(Fact fact) {
            List<String> words = new ArrayList<>(Text.words(fact.concept().text()));
            fact.attributes(Attribute.Role.INGREDIENT).forEach(part -> words.addAll(Text.words(part.text())));
            return new Named(fact, words, Likeness.of(fact, words));
        }
    }

    /**
     * What two facts share that no row of the table tells apart.
     *
     * @param hash of the rest, computed once
     */
    private record Likeness(int hash, FactKind kind, List<Concept.Coding> codings, List<String> words) {

        static Likeness of(Fact fact, List<String> words) {
            List<Concept.Coding> codings = fact.concept().codings();
            return new Likeness(Objects.hash(fact.kind(), codings, words), fact.kind(), codings, words);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** One row of the table. */
    private record Entry(
            String key,
            FactKind kind,
            List<List<String>> phrases,
            List<List<String>> exceptions,
            Set<String> snomed,
            List<String> icd10,
            List<String> icd9) {

        private static final String EXCEPT = "!";

        static Entry of(Rows.Row row) {
            return new Entry(
                    row.cell("key"),
                    FactKind.valueOf(row.cell("kind").toUpperCase(Locale.ROOT)),
                    phrases(row, phrase -> !phrase.startsWith(EXCEPT)),
                    phrases(row, phrase -> phrase.startsWith(EXCEPT)),
                    Set.copyOf(row.list("SNOMED")),
                    row.list("ICD10"),
                    row.list("ICD9"));
        }

        private static List<List<String>> phrases(Rows.Row row, Predicate<String> which) {
            return row.list("phrases").stream().filter(which).map(Text::words).toList();
        }

        List<String> types() {
            return switch (kind) {
                case PROBLEM -> List.of("Condition");
                case MEDICATION -> List.of("MedicationRequest", "MedicationStatement");
                default -> List.of("Procedure");
            };
        }

        boolean isNamedBy(Named named) {
            return named.fact().kind() == kind && (isCoded(named.fact().concept()) || isNamedBy(named.words()));
        }

        boolean isNamedBy(List<String> name) {
            return NOT_THE_PATIENTS.stream().noneMatch(other -> Text.says(name, other))
                    && exceptions.stream().noneMatch(word -> Text.says(name, word))
                    && phrases.stream().anyMatch(phrase -> Text.says(name, phrase));
        }

        private boolean isCoded(Concept concept) {
            return concept.codings().stream().anyMatch(this::isCode);
        }

        private boolean isCode(Concept.Coding coding) {
            String system = coding.system().toLowerCase(Locale.ROOT);
            if (system.contains("snomed")) {
                return snomed.contains(coding.code());
            }
            if (system.contains("icd-10") || system.contains("icd10")) {
                return icd10.stream().anyMatch(coding.code()::startsWith);
            }
            return (system.contains("icd-9") || system.contains("icd9"))
                    && icd9.stream().anyMatch(coding.code()::startsWith);
        }
    }
}
