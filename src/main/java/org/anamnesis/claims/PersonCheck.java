package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

/** What a sentence says of the patient's own person: sex, age, date of birth. */
final class PersonCheck {

    private PersonCheck() {}

    /** What speaks against it; empty where nothing does or nothing is said. */
    static Optional<Said> check(ChartView view, List<Item> items) {
        Chart chart = view.chart();
        List<FactView> person = view.ofKind(FactKind.PATIENT);
        boolean family = items.stream().anyMatch(item -> item instanceof Item.Sense sense && sense.cue() == Cue.FAMILY);
        for (Item item : items) {
            if (item instanceof Item.Sex sex && !family && isOther(sex.sex(), chart)) {
                return Optional.of(Said.contradicted("sex", "the patient's sex in the chart is another", person));
            }
            if (item instanceof Item.Age age && !family) {
                if (age.sex().filter(sex -> isOther(sex, chart)).isPresent()) {
                    return Optional.of(Said.contradicted("sex", "the patient's sex in the chart is another", person));
                }
                if (!isAge(age.years(), view)) {
                    return Optional.of(
                            chart.patient().ageAt(chart.asOf().date()).isEmpty()
                                    ? Said.notFound("age", "the chart has no full date of birth", person)
                                    : Said.contradicted(
                                            "age", "the patient was never of that age in this chart", person));
                }
            }
        }
        boolean birth = items.stream().anyMatch(item -> item instanceof Item.Sense sense && sense.cue() == Cue.BORN);
        for (Item item : items) {
            boolean otherDay = birth
                    && item instanceof Item.Date date
                    && chart.patient()
                            .birthDate()
                            .filter(born -> date.day().holds(born))
                            .isEmpty();
            if (otherDay) {
                return Optional.of(
                        chart.patient().birthDate().isEmpty()
                                ? Said.notFound("birth", "the chart has no date of birth", person)
                                : Said.contradicted("birth", "the date of birth in the chart is another", person));
            }
        }
        return Optional.empty();
    }

    /** Whether the sentence says anything of the person. */
    static boolean isSaid(List<Item> items) {
        return items.stream()
                .anyMatch(item -> item instanceof Item.Age
                        || item instanceof Item.Sense sense && sense.cue() == Cue.BORN
                        || item instanceof Item.Sex sex
                                && !sex.written().startsWith("h")
                                && !sex.written().startsWith("sh"));
    }

    private static boolean isOther(String sex, Chart chart) {
        return chart.patient()
                .sex()
                .filter(known -> known.equals("male") || known.equals("female"))
                .filter(known -> !known.equals(sex))
                .isPresent();
    }

    /** At a visit, or now; where the chart has no full date of birth, that is not known. */
    private static boolean isAge(int years, ChartView view) {
        Chart chart = view.chart();
        Stream<ClinicalTime> visits =
                view.ofKind(FactKind.ENCOUNTER).stream().flatMap(visit -> visit.starts().stream());
        return Stream.concat(visits, Stream.of(chart.asOf()))
                .anyMatch(time -> chart.patient()
                        .ageAt(time.date())
                        .filter(age -> age == years)
                        .isPresent());
    }
}
