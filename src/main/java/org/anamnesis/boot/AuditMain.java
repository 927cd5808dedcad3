package org.anamnesis.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.audit.AuditUnavailable;
import org.anamnesis.balp.AuditTool;
import org.anamnesis.balp.Parties;

/** What {@code deploy/audit} starts: finds database and keys by the environment variables that the server has too. */
public final class AuditMain {

    private AuditMain() {}

    /** Ends with 0 where all is well, 1 where the trail was altered, 2 where the command or a setting is wrong. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        System.exit(run(List.of(arguments), environment));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        String url = environment.getOrDefault("ANAMNESIS_DB_URL", "");
        if (url.isEmpty()) {
            System.err.println("ANAMNESIS_DB_URL is not set");
            return 2;
        }
        Path dataKey = Path.of(environment.getOrDefault("ANAMNESIS_DATA_KEY_FILE", "data.key"));
        Map<String, String> settings = new TreeMap<>();
        Optional.ofNullable(environment.get("ANAMNESIS_AUDIT_RETENTION"))
                .ifPresent(period -> settings.put("retention", period));
        Optional.ofNullable(environment.get("ANAMNESIS_AUDIT_LEGAL_HOLD"))
                .ifPresent(holds -> settings.put("hold", holds));
        try {
            return new AuditTool(
                            new PlainConnections(
                                    url,
                                    environment.getOrDefault("ANAMNESIS_DB_USER", "anamnesis"),
                                    environment.getOrDefault("ANAMNESIS_DB_PASSWORD", "embedded")),
                            AuditKeys.read(
                                    key -> Optional.ofNullable(environment.get(
                                            key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))),
                                    dataKey),
                            Clock.systemUTC(),
                            new Parties(environment.getOrDefault("ANAMNESIS_BASE_URL", "urn:anamnesis"), Map.of()),
                            settings,
                            System.out)
                    .run(arguments);
        } catch (AuditUnavailable unavailable) {
            Throwable cause = unavailable.getCause();
            System.err.println("the trail cannot be read: " + (cause == null ? unavailable : cause).getMessage());
            return 2;
        } catch (IOException | SQLException failed) {
            System.err.println(failed.getMessage());
            return 2;
        }
    }
}
