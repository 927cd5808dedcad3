package org.anamnesis.boot;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.jobs.JobRequest;
import org.anamnesis.jobs.JobSettings;

/** The bounds of requests that are answered later, from the configuration; a wrong one stops the deployment. */
final class AsyncSettings {

    private static final String KEEP = "anamnesis.async.keep";
    private static final String MOST = "anamnesis.async.most-per-caller";
    private static final String AT_ONCE = "anamnesis.async.at-once";
    private static final String COMPLETION = "anamnesis.async.completion";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_OF_A_CALLER = 1_000;
    private static final int MOST_AT_ONCE = 64;

    private AsyncSettings() {}

    static JobSettings read(Function<String, Optional<String>> source) {
        JobSettings usual = JobSettings.DEFAULT;
        return new JobSettings(
                source.apply(KEEP).map(AsyncSettings::duration).orElse(usual.keep()),
                number(source, MOST, MOST_OF_A_CALLER).orElse(usual.mostPerCaller()),
                number(source, AT_ONCE, MOST_AT_ONCE).orElse(usual.atOnce()),
                source.apply(COMPLETION).map(AsyncSettings::completion).orElse(usual.completion()));
    }

    private static Duration duration(String text) {
        String expected = "a duration from PT1M to P7D, e.g. PT6H";
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
                throw new WrongSetting(KEEP, "is out of range", expected);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new WrongSetting(KEEP, "is no duration", expected);
        }
    }

    private static Optional<Integer> number(Function<String, Optional<String>> source, String key, int most) {
        return source.apply(key).map(text -> {
            int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > most) {
                throw new WrongSetting(key, "is no such number", "a whole number from 1 to " + most);
            }
            return number;
        });
    }

    private static JobSettings.Completion completion(String text) {
        return JobRequest.completion(text)
                .orElseThrow(() -> new WrongSetting(COMPLETION, "is unknown", "redirect or bundle"));
    }
}
