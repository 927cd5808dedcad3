package org.anamnesis.triage;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.score.SharedVectors;

/**
 * How the acuity by the rules compares with the level a triage nurse gave, over the visits that lie beside the project.
 *
 * <p>Under-triage: our number is higher than the nurse's (less urgent); over-triage: lower. Visits without a nurse's level
 * count for the outcomes only.
 */
public final class TriageMeasure {

    private static final ClinicalTime MOMENT = ClinicalTime.minute(LocalDateTime.of(2000, 1, 1, 0, 0), ZoneOffset.UTC);
    private static final int BOOTSTRAPS = 2000;
    private static final double Z = 1.959964;

    private TriageMeasure() {}

    /** One visit with both levels; ours is empty where none could be given. */
    record Compared(Map<String, String> row, Acuity acuity, int ours, int nurse) {

        boolean isLabelled() {
            return nurse > 0 && ours > 0;
        }

        boolean isCritical() {
            return row.get("icu").equals("1") || row.get("hosp_disp").equals("DIED");
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Compared> all = compared();
        report("all visits", all);
        report("half A (patient hash even)", half(all, 0));
        report("half B (patient hash odd)", half(all, 1));
        if (Arrays.asList(arguments).contains("--visits")) {
            all.forEach(TriageMeasure::print);
        }
    }

    static List<Compared> compared() throws IOException {
        List<Compared> compared = new ArrayList<>();
        for (Map<String, String> row : SharedVectors.rows("ed-triage-mimic-demo", "dev")) {
            Acuity acuity = Triage.acuity(visit(row));
            int ours = acuity instanceof Acuity.Levelled levelled
                    ? levelled.level().number()
                    : 0;
            String nurse = row.get("esi");
            compared.add(new Compared(row, acuity, ours, nurse.isBlank() ? 0 : Integer.parseInt(nurse)));
        }
        return compared;
    }

    static EmergencyVisit visit(Map<String, String> row) {
        return ReportedVisit.at(MOMENT)
                .age(row.get("age"))
                .sex(row.get("gender"))
                .arrival(row.get("arrival"))
                .complaint(row.get("cc"))
                .temperature(row.get("temp"), row.get("temp_unit"))
                .heartRate(row.get("hr"))
                .respiratoryRate(row.get("rr"))
                .saturation(row.get("spo2"))
                .pressure(row.get("sbp"), row.get("dbp"))
                .pain(row.get("pain"))
                .visit();
    }

    static double underTriage(List<Compared> visits) {
        return share(visits, visit -> visit.ours() > visit.nurse());
    }

    static double overTriage(List<Compared> visits) {
        return share(visits, visit -> visit.ours() < visit.nurse());
    }

    /** Cohen's kappa with quadratic weights over the levels 1 to 5. */
    static double kappa(List<Compared> visits) {
        List<Compared> labelled = visits.stream().filter(Compared::isLabelled).toList();
        double observed = 0;
        double expected = 0;
        for (Compared one : labelled) {
            observed += square(one.ours() - one.nurse());
            for (Compared other : labelled) {
                expected += square(one.ours() - other.nurse());
            }
        }
        return 1 - observed * labelled.size() / expected;
    }

    /** Of the visits that ended in intensive care or death, those given level 1 or 2. */
    static double sensitivity(List<Compared> visits) {
        List<Compared> critical = visits.stream().filter(Compared::isCritical).toList();
        return critical.stream()
                        .filter(visit -> visit.ours() > 0 && visit.ours() <= 2)
                        .count()
                / (double) critical.size();
    }

    private static double share(List<Compared> visits, Predicate<Compared> which) {
        List<Compared> labelled = visits.stream().filter(Compared::isLabelled).toList();
        return labelled.stream().filter(which).count() / (double) labelled.size();
    }

    private static double square(int difference) {
        return (double) difference * difference;
    }

    private static List<Compared> half(List<Compared> all, int parity) {
        return all.stream()
                .filter(visit -> Math.floorMod(visit.row().get("patient").hashCode(), 2) == parity)
                .toList();
    }

    private static void report(String name, List<Compared> visits) {
        List<Compared> labelled = visits.stream().filter(Compared::isLabelled).toList();
        System.out.printf(Locale.ROOT, "%n%s: %d, with a nurse's level %d%n", name, visits.size(), labelled.size());
        int[][] table = new int[6][6];
        labelled.forEach(visit -> table[visit.nurse()][visit.ours()]++);
        for (int nurse = 1; nurse <= 5; nurse++) {
            System.out.printf(
                    "  nurse %d: ours 1-5 %s%n", nurse, Arrays.toString(Arrays.copyOfRange(table[nurse], 1, 6)));
        }
        print("under-triage", underTriage(labelled), labelled.size());
        print("over-triage", overTriage(labelled), labelled.size());
        List<Compared> critical = visits.stream().filter(Compared::isCritical).toList();
        print("sensitivity for ICU or death", sensitivity(visits), critical.size());
        double[] interval = bootstrap(labelled, TriageMeasure::kappa);
        System.out.printf(
                Locale.ROOT,
                "  quadratic kappa %.3f (bootstrap 95 %% %.3f to %.3f)%n",
                kappa(labelled),
                interval[0],
                interval[1]);
    }

    private static void print(String name, double share, int count) {
        double middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count);
        double reach = Z / (1 + Z * Z / count) * Math.sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
        System.out.printf(
                Locale.ROOT,
                "  %s %.1f %% (Wilson 95 %% %.1f to %.1f, n=%d)%n",
                name,
                100 * share,
                100 * (middle - reach),
                100 * (middle + reach),
                count);
    }

    private static double[] bootstrap(List<Compared> visits, ToDoubleFunction<List<Compared>> figure) {
        Random random = new Random(1);
        double[] figures = new double[BOOTSTRAPS];
        for (int round = 0; round < BOOTSTRAPS; round++) {
            List<Compared> drawn = new ArrayList<>();
            for (int draw = 0; draw < visits.size(); draw++) {
                drawn.add(visits.get(random.nextInt(visits.size())));
            }
            figures[round] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        return new double[] {figures[BOOTSTRAPS / 40], figures[BOOTSTRAPS - BOOTSTRAPS / 40]};
    }

    private static void print(Compared visit) {
        String reasons = visit.acuity() instanceof Acuity.Levelled levelled
                ? levelled.reasons().stream().map(Reason::rule).toList().toString()
                : "undetermined";
        System.out.printf("%s nurse %d ours %d %s%n", visit.row().get("cc"), visit.nurse(), visit.ours(), reasons);
    }
}
