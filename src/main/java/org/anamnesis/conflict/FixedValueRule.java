package org.anamnesis.conflict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.wordlist.WordList;

/** Two places give another number for what has one ({@code fixed-values.txt}): the blood lost, the packs smoked. */
final class FixedValueRule implements ConflictRule {

    private static final int ONE_STAY_DAYS = 30;
    private static final int REACH_CHARACTERS = 40;
    private static final List<Matter> MATTERS =
            WordList.lines("conflict/fixed-values.txt").stream().map(Matter::of).toList();

    private record Matter(String name, Terms words, Pattern number) {

        static Matter of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", -1);
            return new Matter(
                    fields[0],
                    Terms.of(fields[1]),
                    Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:,\\d{3})|\\d{1,5}(?:\\.\\d)?)\\s?-?"
                            + Terms.of(fields[2]).pattern()));
        }

        /** The number nearest to the words, within a few words of them. */
        Optional<BigDecimal> value(String plain) {
            Matcher word = words.pattern().matcher(plain);
            if (!word.find()) {
                return Optional.empty();
            }
            String around = plain.substring(
                    Math.max(0, word.start() - REACH_CHARACTERS),
                    Math.min(plain.length(), word.end() + REACH_CHARACTERS));
            Matcher found = number.matcher(around);
            return found.find() ? Optional.of(new BigDecimal(found.group(1).replace(",", ""))) : Optional.empty();
        }
    }

    private record Told(Side side, Optional<Line> line, LocalDate day, BigDecimal value) {}

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return MATTERS.stream().flatMap(matter -> conflict(matter, dossier).stream());
    }

    private static Optional<Conflict> conflict(Matter matter, Dossier dossier) {
        List<Told> written = dossier.lines().stream()
                .filter(matter.words()::mayBeIn)
                .flatMap(line -> written(matter, line).stream())
                .toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        List<Told> recorded = dossier.chart()
                .facts(FactKind.PROCEDURE)
                .flatMap(fact -> recorded(matter, fact).stream())
                .toList();
        // Several procedures have several numbers, and a note may add them up.
        List<Told> places = new ArrayList<>(recorded.size() > 1 ? List.of() : recorded);
        places.addAll(recorded.size() > 1 ? List.of() : written);
        return places.stream()
                .flatMap(one -> places.stream()
                        .filter(other -> isOtherwise(one, other))
                        .limit(1)
                        .map(other -> new Conflict(Conflict.Kind.MEASUREMENT, matter.name(), other.side(), one.side())))
                .findFirst();
    }

    private static boolean isOtherwise(Told one, Told other) {
        long days = ChronoUnit.DAYS.between(one.day(), other.day());
        boolean beside = one.line().isPresent()
                && other.line().filter(line -> line.isBeside(one.line().get())).isPresent();
        return !beside && days >= 0 && days <= ONE_STAY_DAYS && one.value().compareTo(other.value()) != 0;
    }

    private static Optional<Told> written(Matter matter, Line line) {
        boolean own = !Cues.isOfRelative(line, 0) && !Cues.has(line.plain(), "plan");
        return own
                ? matter.value(line.plain())
                        .map(value -> new Told(Sides.of(line), Optional.of(line), line.day(), value))
                : Optional.empty();
    }

    private static Optional<Told> recorded(Matter matter, Fact fact) {
        String words = Stream.concat(
                        Stream.of(fact.concept().text()),
                        fact.attributes(Attribute.Role.COMMENT).map(Attribute::text))
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
        return fact.time()
                .flatMap(time -> matter.value(words)
                        .map(value -> new Told(Sides.of(fact), Optional.empty(), time.date(), value)));
    }
}
