package org.anamnesis.sandbox.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code deploy/sandbox/start} runs. Exit codes: 0 all held or stopped by the user, 1 something failed, 2 wrong use. */
public final class Start {

    private static final int WRONG_USE = 2;

    private Start() {}

    /** Starts the sandbox; see {@code deploy/sandbox/start --help} for the arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("start: " + e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws InterruptedException {
        var progress = new Progress(System.out);
        var interrupted = new AtomicBoolean(true);
        try (var sandbox = new Sandbox(options, progress)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                if (interrupted.get()) {
                                    progress.say("stopping");
                                    sandbox.close();
                                    progress.say("stopped");
                                }
                            },
                            "stop"));
            refuseTakenPorts(options);
            sandbox.start();
            if (options.check()) {
                boolean held = sandbox.roundTrip();
                sandbox.close();
                progress.say(
                        held ? "all of it held; everything is stopped" : "NOT all of it held; everything is stopped");
                interrupted.set(false);
                return held ? 0 : 1;
            }
            progress.print(Welcome.text(options, sandbox.practitioners()));
            sandbox.awaitEnd();
            if (!sandbox.isClosed()) {
                progress.say("WildFly ended by itself, see " + sandbox.files().log());
            }
            return 1;
        } catch (IOException e) {
            System.err.println("start: " + e.getMessage());
            return 1;
        }
    }

    private static void refuseTakenPorts(Options options) throws IOException {
        var ports = Map.of(
                "--ehr-port", options.ports().ehr(),
                "--model-port", options.ports().model(),
                "--http-port", options.ports().http(),
                "--management-port", options.ports().management());
        for (var port : ports.entrySet()) {
            try (var probe =
                    new ServerSocket(port.getValue(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                probe.setReuseAddress(true);
            } catch (IOException e) {
                throw new IOException(
                        "port " + port.getValue() + " is taken; choose another one with " + port.getKey(), e);
            }
        }
    }
}
