package org.anamnesis.sandbox.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product on WildFly, as a process of its own.
 *
 * <p>It hangs on a leash: a shell that waits for it and for the end of its own input. When this process ends, however it ends,
 * that input ends too and the shell stops the server. So no server is left behind, even after a kill -9.
 */
final class Product implements AutoCloseable {

    /** Ends the server on TERM and at the end of input; ends with the server's exit code. */
    static final String LEASH = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            trap 'kill "$server" 2>/dev/null' TERM
            { while read -r _ <&3; do :; done; kill "$server" 2>/dev/null; } &
            watch=$!
            wait "$server"
            while kill -0 "$server" 2>/dev/null; do wait "$server"; done
            kill "$watch" 2>/dev/null
            """;

    private static final List<String> OPENS = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");
    private static final List<String> EXPORTS = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    /** As WildFly's own readiness check says it. */
    private static final String DEPLOYMENT_FAILED = "\"ROOT.war\":\"FAILED\"";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Process process;
    private final ProductFiles files;
    private final URI health;

    private Product(Process process, ProductFiles files, URI health) {
        this.process = process;
        this.files = files;
        this.health = health;
    }

    /** Starts the server; it is not ready yet. */
    static Product start(Options options, ProductFiles files) throws IOException {
        Process process = new ProcessBuilder(command(options, files))
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile())
                .start();
        URI health = URI.create("http://127.0.0.1:" + options.ports().management() + "/health/ready");
        return new Product(process, files, health);
    }

    private static List<String> command(Options options, ProductFiles files) {
        Path home = options.server().toAbsolutePath();
        Path base = files.base().toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("bash", "-c", LEASH, "leash"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-D[Standalone]", "-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        OPENS.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        EXPORTS.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Dorg.jboss.boot.log.file=" + base.resolve("log").resolve("server.log"),
                "-Dlogging.configuration=file:" + base.resolve("configuration").resolve("logging.properties"),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-P",
                files.settings().toAbsolutePath().toString()));
        return command;
    }

    /** Waits until the product says that it is ready. Throws {@link IOException} where it ends before, or takes too long. */
    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("WildFly ended, see " + files.log());
                }
                if (System.nanoTime() > end) {
                    throw new IOException(
                            "WildFly is not ready after " + LONGEST_START.toSeconds() + " s, see " + files.log());
                }
            }
        }
    }

    private boolean isReady(HttpClient client) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException notYet) {
            return false;
        }
        if (answer.body().contains(DEPLOYMENT_FAILED)) {
            throw new IOException("WildFly could not deploy the product, see " + files.log());
        }
        return answer.statusCode() == 200;
    }

    /** Waits until the server ends by itself, which it should not. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops the server and waits until it is gone. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
