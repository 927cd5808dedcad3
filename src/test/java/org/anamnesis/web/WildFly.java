package org.anamnesis.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The provisioned server with the product in it, as a process of its own with a copy of its files and free ports. */
public final class WildFly implements AutoCloseable {

    private final Process process;
    private final int port;
    private final StringBuilder log = new StringBuilder();

    /** Starts it and returns once it says so; the settings are system properties, {@code PORT} in them is its port. */
    public WildFly(Path home, Path base, Map<String, String> settings) throws IOException {
        this(home, base, settings, Map.of());
    }

    /** The same, with variables in its environment. */
    public WildFly(Path home, Path base, Map<String, String> settings, Map<String, String> environment)
            throws IOException {
        this(home, base, settings, environment, freePort());
    }

    /** The same on a port that was chosen before. */
    public WildFly(Path home, Path base, Map<String, String> settings, Map<String, String> environment, int port)
            throws IOException {
        copy(home.resolve("standalone"), base);
        this.port = port;
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + freePort()));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value.replace("PORT", String.valueOf(port))));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JBOSS_HOME", home.toString());
        process = builder.start();
        awaitStart();
    }

    /** Where it answers. */
    public String origin() {
        return "http://localhost:" + port;
    }

    /** What it has written so far. */
    public String log() {
        synchronized (log) {
            return log.toString();
        }
    }

    /** Java's own process, which the shell that starts it waits for. */
    public ProcessHandle java() {
        return process.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    /** Ends it as a power cut does: no word to it, nothing written back. */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    private void awaitStart() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            note(line);
            if (line.contains("WFLYSRV0025")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(this::note));
                return;
            }
            if (line.contains("WFLYSRV0026")) {
                break;
            }
        }
        close();
        throw new IllegalStateException("WildFly did not start:\n" + log());
    }

    private void note(String line) {
        synchronized (log) {
            log.append(line).append('\n');
        }
    }

    /** A loopback port that is free now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            all.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        } catch (InterruptedException interrupted) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
