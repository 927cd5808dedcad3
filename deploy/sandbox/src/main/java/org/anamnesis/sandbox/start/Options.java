package org.anamnesis.sandbox.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.anamnesis.sandbox.ehr.EhrSettings;
import org.anamnesis.sandbox.fault.Fault;
import org.anamnesis.sandbox.model.ModelStub;
import org.anamnesis.sandbox.personality.Personality;

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
 * @param ehr how the EHR is to misbehave
 */
record Options(
        Path root,
        boolean check,
        boolean big,
        Optional<Path> charts,
        boolean rules,
        String algorithm,
        Ports ports,
        Misbehaving ehr) {

    /**
     * @param ehr EHR and authorization server
     * @param model the stand-in for a model
     * @param http the product
     * @param management the product's management and health
     */
    record Ports(int ehr, int model, int http, int management) {}

    /**
     * @param largestPage more entries no page has; absent leaves it to the server
     * @param faults what is switched on from the start
     * @param personality how it takes documents
     */
    record Misbehaving(OptionalInt largestPage, List<Fault> faults, Personality personality) {

        static final Misbehaving NOT = new Misbehaving(OptionalInt.empty(), List.of(), Personality.GENERIC);

        Misbehaving withPagesOf(int most) {
            return new Misbehaving(OptionalInt.of(most), faults, personality);
        }

        Misbehaving and(Fault fault) {
            return new Misbehaving(
                    largestPage,
                    Stream.concat(faults.stream(), Stream.of(fault)).toList(),
                    personality);
        }

        Misbehaving like(Personality other) {
            return new Misbehaving(largestPage, faults, other);
        }
    }

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
                new Ports(EhrSettings.DEFAULT_PORT, ModelStub.DEFAULT_PORT, 8080, 9990),
                Misbehaving.NOT);
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        Ports p = ports;
        return switch (option) {
            case "--check" -> new Options(root, true, big, charts, rules, algorithm, p, ehr);
            case "--big" -> new Options(root, check, true, charts, rules, algorithm, p, ehr);
            case "--rules" -> new Options(root, check, big, charts, true, algorithm, p, ehr);
            case "--root" -> new Options(Path.of(value(option, left)), check, big, charts, rules, algorithm, p, ehr);
            case "--charts" ->
                new Options(root, check, big, Optional.of(Path.of(value(option, left))), rules, algorithm, p, ehr);
            case "--algorithm" -> new Options(root, check, big, charts, rules, algorithm(value(option, left)), p, ehr);
            case "--ehr-port" -> on(new Ports(port(option, left), p.model, p.http, p.management));
            case "--model-port" -> on(new Ports(p.ehr, port(option, left), p.http, p.management));
            case "--http-port" -> on(new Ports(p.ehr, p.model, port(option, left), p.management));
            case "--management-port" -> on(new Ports(p.ehr, p.model, p.http, port(option, left)));
            case "--max-page-size" -> misbehaving(ehr.withPagesOf(size(option, left)));
            case "--personality" -> misbehaving(ehr.like(Personality.named(value(option, left))));
            case "--fault" -> misbehaving(ehr.and(fault(value(option, left))));
            default -> throw new IllegalArgumentException("unknown option " + option + ", see --help");
        };
    }

    private Options on(Ports others) {
        return new Options(root, check, big, charts, rules, algorithm, others, ehr);
    }

    private Options misbehaving(Misbehaving others) {
        return new Options(root, check, big, charts, rules, algorithm, ports, others);
    }

    /** A fault as it would be posted to {@code /sandbox/faults}. */
    static Fault fault(String json) {
        try {
            return new ObjectMapper().readValue(json, Fault.class);
        } catch (JsonProcessingException notAFault) {
            throw new IllegalArgumentException("--fault needs a fault as JSON, e.g. {\"kind\":\"down\"}", notAFault);
        }
    }

    private static int size(String option, Deque<String> left) {
        String text = value(option, left);
        int size = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (size < 1) {
            throw new IllegalArgumentException(option + " needs a number from 1 to 999999");
        }
        return size;
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
        return Stream.of(Stream.of(shipped), big ? Stream.of(made) : Stream.<Path>empty(), charts.stream())
                .flatMap(directories -> directories)
                .toList();
    }

    private Path sandbox() {
        return root.resolve("deploy").resolve("sandbox");
    }
}
