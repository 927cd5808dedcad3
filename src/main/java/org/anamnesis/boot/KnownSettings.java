package org.anamnesis.boot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.ehr.WrongSetting;

/**
 * The settings there are, so that a mistyped one stops the deployment: what it was to turn on would be off in silence. What
 * stands under {@code anamnesis.ehr.} and for models is known, and refused, where it is read.
 *
 * <p>A name may be an environment variable's, which has no hyphens: {@code ANAMNESIS_BASE_URL} is {@code anamnesis.base.url}.
 */
final class KnownSettings {

    private static final String OURS = "anamnesis.";

    private static final List<String> READ_ELSEWHERE =
            List.of("anamnesis.ehr.", "anamnesis.model.", "anamnesis.models.");

    private static final Set<String> KNOWN = Set.of(
            "anamnesis.async.at-once",
            "anamnesis.async.completion",
            "anamnesis.async.keep",
            "anamnesis.async.most-per-caller",
            "anamnesis.audit-keys",
            "anamnesis.audit.broken-is-ready",
            "anamnesis.audit.repository",
            "anamnesis.audit.repository-token",
            "anamnesis.base-url",
            "anamnesis.card.answers",
            "anamnesis.card.evaluation",
            "anamnesis.data-keys",
            "anamnesis.document.fonts",
            "anamnesis.drafts.expire-after",
            "anamnesis.ehrs",
            "anamnesis.keys",
            "anamnesis.models");

    private static final Set<String> ALL = new TreeSet<>(KNOWN);

    static {
        ALL.addAll(FilingOfEhrs.KEYS);
    }

    /** Of the server and of the commands, which may run in the same environment. */
    private static final Set<String> VARIABLES = Set.of(
            "ANAMNESIS_AUDIT_LEGAL_HOLD",
            "ANAMNESIS_AUDIT_RETENTION",
            "ANAMNESIS_DATA_KEY_FILE",
            "ANAMNESIS_DB_DRIVER",
            "ANAMNESIS_DB_PASSWORD",
            "ANAMNESIS_DB_URL",
            "ANAMNESIS_DB_USER");

    private static final Set<String> SPELLED = Stream.of(
                    ALL.stream(),
                    VARIABLES.stream().map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.')))
            .flatMap(names -> names)
            .map(KnownSettings::withoutHyphens)
            .collect(Collectors.toUnmodifiableSet());

    private KnownSettings() {}

    /**
     * Refuses a setting of ours that nobody reads.
     *
     * @param names of all settings, those of others too
     * @throws WrongSetting at the first
     */
    static void refuseOthers(Iterable<String> names) {
        for (String name : names) {
            if (name.startsWith(OURS)
                    && !SPELLED.contains(withoutHyphens(name))
                    && READ_ELSEWHERE.stream().noneMatch(name::startsWith)) {
                throw new WrongSetting(
                        name,
                        "is unknown",
                        "one of " + String.join(", ", ALL) + ", or one that begins with "
                                + String.join(", ", READ_ELSEWHERE));
            }
        }
    }

    private static String withoutHyphens(String name) {
        return name.replace('-', '.');
    }
}
