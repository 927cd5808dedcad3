package org.anamnesis.benchmark;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The machine that measured, in plain words.
 *
 * @param day when
 * @param words what it is
 * @param load how many processes wanted its processors, on average over the last minute
 */
record Machine(LocalDate day, String words, double load) {

    static Machine now() {
        Runtime java = Runtime.getRuntime();
        String words = String.format(
                Locale.ROOT,
                "%d processor cores shared by the EHR and the reader, Java %s, %s %s",
                java.availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        return new Machine(
                LocalDate.now(ZoneOffset.UTC),
                words,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
