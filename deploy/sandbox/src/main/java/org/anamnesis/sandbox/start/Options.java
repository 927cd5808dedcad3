package org.anamnesis.sandbox.start;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.anamnesis.sandbox.ehr.EhrSettings;
import org.anamnesis.sandbox.model.ModelStub;

/**
 * What was asked for on the command line. The options are described in {@code deploy/sandbox/start --help}.
 *
 * @param root the project's directory
 * @param check whether to run the round trip and stop
 * @param big whether to load the patient with thousands of resources
 * @param charts a directory with further charts
 * @param rules whether the product runs without a model
 * @param algorithm what the product signs its client assertions with: RS384 or ES384
 * @param ports where everything listens
 */
record Options(
        Path root, boolean check, boolean big, Optional<Path> charts, boolean rules, String algorithm, Ports ports) {

    /**
     * @param ehr EHR and authorization server
     * @param model the stand-in for a model
     * @param http the product
     * @param management the product's management and health
     */
    record Ports(int ehr, int model, int http, int management) {}

    private static final List<String> ALGORITHMS = List.of("RS384", "ES384");

    /** Reads the arguments; throws {@link IllegalArgumentException} with one line for people. */
    static Options read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        var options = new Options(
                Path.of("."),
                false,
                false,
                Optional.empty(),
                false,
                "RS384",
                new Ports(EhrSettings.DEFAULT_PORT, ModelStub.DEFAULT_PORT, 8080, 9990));
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        Ports p = ports;
        return switch (option) {
            case "--check" -> new Options(root, true, big, charts, rules, algorithm, p);
            case "--big" -> new Options(root, check, true, charts, rules, algorithm, p);
            case "--rules" -> new Options(root, check, big, charts, true, algorithm, p);
            case "--root" -> new Options(Path.of(value(option, left)), check, big, charts, rules, algorithm, p);
            case "--charts" ->
                new Options(root, check, big, Optional.of(Path.of(value(option, left))), rules, algorithm, p);
            case "--algorithm" -> new Options(root, check, big, charts, rules, algorithm(value(option, left)), p);
            case "--ehr-port" -> on(new Ports(port(option, left), p.model, p.http, p.management));
            case "--model-port" -> on(new Ports(p.ehr, port(option, left), p.http, p.management));
            case "--http-port" -> on(new Ports(p.ehr, p.model, port(option, left), p.management));
            case "--management-port" -> on(new Ports(p.ehr, p.model, p.http, port(option, left)));
            default -> throw new IllegalArgumentException("unknown option " + option + ", see --help");
        };
    }

    private Options on(Ports others) {
        return new Options(root, check, big, charts, rules, algorithm, others);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.remove();
    }

    private static String algorithm(String name) {
        if (!ALGORITHMS.contains(name)) {
            throw new IllegalArgumentException("--algorithm is RS384 or ES384");
        }
        return name;
    }

    private static int port(String option, Deque<String> left) {
        String text = value(option, left);
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(option + " needs a number from 1 to 65535");
        }
        return port;
    }

    /** Where the product answers. */
    URI productBase() {
        return URI.create("http://localhost:" + ports.http);
    }

    /** The sandbox's own directory for everything that is made. */
    Path target() {
        return sandbox().resolve("target");
    }

    /** The product's WildFly as Maven provisioned it. */
    Path server() {
        return root.resolve("target").resolve("server");
    }

    /** The directories whose charts are loaded. */
    List<Path> chartDirectories() {
        var shipped = sandbox().resolve("charts");
        var made = target().resolve("charts").resolve("big");
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(shipped),
                        big ? java.util.stream.Stream.of(made) : java.util.stream.Stream.<Path>empty(),
                        charts.stream())
                .flatMap(directories -> directories)
                .toList();
    }

    private Path sandbox() {
        return root.resolve("deploy").resolve("sandbox");
    }
}
