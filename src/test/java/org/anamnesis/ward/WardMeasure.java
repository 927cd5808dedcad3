package org.anamnesis.ward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long the list of a large ward takes, over real requests to an EHR on the loopback: the first reading, lists from warm
 * readings of the same minute, and the first list of a new minute, for which every patient is computed anew.
 */
public final class WardMeasure {

    private static final int PATIENTS = 200;
    private static final int WARM = 30;

    private WardMeasure() {}

    public static void main(String[] arguments) {
        try (WardDesk desk = new WardDesk()) {
            for (int patient = 0; patient < PATIENTS; patient++) {
                desk.ehr.member("p" + patient, chart(patient));
            }
            report("first reading, with " + PATIENTS + " patients", time(desk::list));
            System.out.println("requests: " + desk.ehr.requests.size() + " "
                    + desk.ehr.requests.stream()
                            .filter(r -> r.contains("p7"))
                            .limit(6)
                            .toList());
            for (int round = 0; round < 3; round++) {
                desk.after(Duration.ofMinutes(2));
                report("read anew", time(desk::list));
            }
            double[] warm = new double[WARM];
            for (int round = 0; round < WARM; round++) {
                warm[round] = time(desk::list);
            }
            Arrays.sort(warm);
            report("warm, median", warm[WARM / 2]);
            report("warm, longest", warm[WARM - 1]);
            String version = desk.list().version();
            report("warm, unchanged", time(() -> desk.since(version)));
            desk.after(Duration.ofSeconds(60));
            report("warm, in a new minute", time(desk::list));
        }
    }

    private static String[] chart(int patient) {
        List<String> chart = new ArrayList<>();
        for (int hour = 0; hour < 6; hour++) {
            String time = String.format(Locale.ROOT, "2024-03-10T%02d:40:00Z", 11 - 3 * hour % 12);
            chart.addAll(List.of(WardEhr.set("s" + hour, String.valueOf(12 + (patient + hour) % 16), time)));
        }
        for (int more = 0; more < 12; more++) {
            chart.add("{\"resourceType\":\"Condition\",\"id\":\"c" + more
                    + "\",\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"code\":{\"text\":\"Problem " + more
                    + "\"},\"onsetDateTime\":\"2020-03-01\"}");
            chart.add("{\"resourceType\":\"MedicationRequest\",\"id\":\"m" + more
                    + "\",\"status\":\"active\",\"intent\":\"order\",\"medicationCodeableConcept\":{\"text\":\"Medicine "
                    + more + "\"},\"authoredOn\":\"2024-03-09\"}");
        }
        return chart.toArray(String[]::new);
    }

    private static double time(Supplier<?> work) {
        long begin = System.nanoTime();
        Optional.ofNullable(work.get()).orElseThrow();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void report(String what, double milliseconds) {
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, milliseconds);
    }
}
