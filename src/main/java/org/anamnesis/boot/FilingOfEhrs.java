package org.anamnesis.boot;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.filing.FilingSettings;
import org.anamnesis.filing.WriteProfile;
import org.anamnesis.filing.WriteProfileFile;
import org.anamnesis.filing.WriteProfiles;
import org.anamnesis.filing.WrongProfile;
import org.anamnesis.review.ReviewSettings;
import org.eclipse.microprofile.config.Config;

/** How documents are filed, read when the product is deployed; a wrong setting stops it there. */
final class FilingOfEhrs {

    private static final String PREFIX = "anamnesis.filing.";

    /** All settings below the prefix, in full. */
    static final Set<String> KEYS = Stream.of("first-pause", "longest-pause", "give-up-after", "settle", "grace")
            .map(PREFIX::concat)
            .collect(Collectors.toUnmodifiableSet());

    private static final Duration LONGEST = Duration.ofDays(30);

    private FilingOfEhrs() {}

    static WriteProfiles profiles(EhrRegistry registry, Config config) {
        Map<String, WriteProfile> byEhr = new HashMap<>();
        for (Ehr ehr : registry.all()) {
            String key = EhrSettings.writeProfileKey(ehr.id());
            config.getOptionalValue(key, String.class)
                    .ifPresent(name -> byEhr.put(ehr.id().value(), profile(key, name.strip())));
        }
        return new WriteProfiles(byEhr);
    }

    static FilingSettings settings(Config config) {
        FilingSettings usual = FilingSettings.DEFAULT;
        Duration first = duration(config, PREFIX + "first-pause", usual.firstPause());
        Duration longest = duration(config, PREFIX + "longest-pause", usual.longestPause());
        if (longest.compareTo(first) < 0) {
            throw new WrongSetting(PREFIX + "longest-pause", "is shorter than the first pause", "a longer one");
        }
        return new FilingSettings(
                first,
                longest,
                duration(config, PREFIX + "give-up-after", usual.giveUpAfter()),
                duration(config, PREFIX + "settle", usual.settle()),
                duration(config, PREFIX + "grace", usual.grace()));
    }

    static ReviewSettings review(Config config) {
        return new ReviewSettings(
                duration(config, "anamnesis.drafts.expire-after", ReviewSettings.DEFAULT.expireAfter()));
    }

    private static WriteProfile profile(String key, String name) {
        try {
            return WriteProfileFile.named(name);
        } catch (WrongProfile wrong) {
            throw new WrongSetting(
                    key,
                    "names a write profile that cannot be used (" + wrong.getMessage() + ")",
                    "one of " + WriteProfileFile.SHIPPED + " or the path of a profile as docs/filing.md describes it");
        }
    }

    private static Duration duration(Config config, String key, Duration otherwise) {
        Optional<String> value = config.getOptionalValue(key, String.class);
        if (value.isEmpty()) {
            return otherwise;
        }
        String expected = "an ISO 8601 duration above zero and up to " + LONGEST + ", e.g. " + otherwise;
        try {
            Duration read = Duration.parse(value.get().strip());
            if (read.isPositive() && read.compareTo(LONGEST) <= 0) {
                return read;
            }
        } catch (DateTimeParseException notOfTheForm) {
            throw new WrongSetting(key, "is not a duration", expected);
        }
        throw new WrongSetting(key, "is out of range", expected);
    }
}
