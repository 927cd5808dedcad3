package org.anamnesis.sandbox.model;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The scripted stand-in while it runs, on loopback. The model name of a request chooses the script; for {@code scripted} it is
 * the one set at run time.
 */
public final class ModelStub implements AutoCloseable {

    /** The port it listens on where none is chosen. */
    public static final int DEFAULT_PORT = 8091;

    private static final int MOST_REMEMBERED = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Received> received = new ArrayDeque<>();
    private volatile Script script = Script.BEHAVES;

    private ModelStub(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port 0 takes any free one
     * @throws IOException where the port is taken
     */
    public static ModelStub start(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        var stub = new ModelStub(HttpServer.create(address, 0));
        stub.server.setExecutor(stub.threads);
        stub.server.createContext("/", new StubPages(stub)::handle);
        stub.server.createContext("/v1/chat/completions", new ChatEndpoint(stub)::handle);
        stub.server.start();
        return stub;
    }

    /** Its OpenAI-compatible address, e.g. {@code http://127.0.0.1:8091/v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The script that the model {@code scripted} plays now. */
    public Script script() {
        return script;
    }

    /** Chooses the script that the model {@code scripted} plays from now on. */
    public void play(Script chosen) {
        script = chosen;
    }

    /** The last {@value #MOST_REMEMBERED} requests, the oldest first. */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    void remember(Received request) {
        synchronized (received) {
            received.addLast(request);
            if (received.size() > MOST_REMEMBERED) {
                received.removeFirst();
            }
        }
    }

    /** Is counted down when the stand-in ends, so that nothing waits for longer. */
    CountDownLatch closed() {
        return closed;
    }

    /** Ends it; answers under way are cut off. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
