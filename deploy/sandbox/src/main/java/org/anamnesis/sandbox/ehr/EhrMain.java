package org.anamnesis.sandbox.ehr;

import java.net.URI;
import java.nio.file.Path;

/** Starts the EHR alone and keeps it until the process is ended. */
public final class EhrMain {

    private static final String USAGE = "options: --port NUMBER --product-base URL --data DIRECTORY";

    private EhrMain() {}

    /** Options: {@code --port}, {@code --product-base}, {@code --data}; each with a value. */
    public static void main(String[] arguments) {
        EhrSettings settings;
        try {
            settings = settings(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            var ehr = Ehr.start(settings);
            System.out.println("EHR " + ehr.baseUrl() + "  FHIR " + ehr.fhirBase());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static EhrSettings settings(String[] arguments) {
        var settings = EhrSettings.usual();
        for (int i = 0; i < arguments.length; i += 2) {
            var value = i + 1 < arguments.length ? arguments[i + 1] : "";
            settings = switch (arguments[i]) {
                case "--port" -> settings.onPort(Integer.parseInt(value));
                case "--product-base" -> settings.forProduct(URI.create(value));
                case "--data" -> settings.keptIn(Path.of(value));
                default -> throw new IllegalArgumentException(USAGE);
            };
        }
        return settings;
    }
}
