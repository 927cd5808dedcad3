package org.anamnesis.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An endpoint of a model on a plain socket of this machine, so that a test sees what truly happens to the connection. */
final class ScriptedModel implements AutoCloseable {

    /** What it does with one request. */
    interface Behaviour {
        void answer(Talk talk) throws Exception;
    }

    /** A request as it came. */
    record Asked(String line, String headers, String body) {}

    private final Dialect dialect;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Behaviour behaviour = talk -> {};

    ScriptedModel(Dialect dialect) {
        this.dialect = dialect;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::accept);
    }

    static ScriptedModel speaking(Dialect dialect, Behaviour behaviour) {
        return new ScriptedModel(dialect).does(behaviour);
    }

    ScriptedModel does(Behaviour next) {
        behaviour = next;
        return this;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + dialect.base());
    }

    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Whether the client closed the connection of a request that was still being answered. */
    boolean sawHangUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                synchronized (open) {
                    open.add(connection);
                }
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Asked request = read(connection.getInputStream());
            synchronized (asked) {
                asked.add(request);
            }
            behaviour.answer(new Talk(connection, request));
        } catch (IOException e) {
            hungUp.countDown();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no request");
            }
            head.write(read);
        }
        String text = head.toString(UTF_8);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return new Asked(text.lines().findFirst().orElse(""), text, new String(in.readNBytes(length), UTF_8));
    }

    @Override
    public void close() {
        over.countDown();
        try {
            socket.close();
            synchronized (open) {
                for (Socket connection : open) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.shutdownNow();
    }

    /** One request being answered. */
    final class Talk {

        private final Socket connection;
        private final Asked request;

        Talk(Socket connection, Asked request) {
            this.connection = connection;
            this.request = request;
        }

        Asked request() {
            return request;
        }

        Talk start() throws IOException {
            raw("HTTP/1.1 200 OK\r\nContent-Type: " + dialect.contentType()
                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            return piece(dialect.opening());
        }

        Talk part(String text) throws IOException {
            return piece(dialect.part(text));
        }

        void end(Dialect.End end) throws IOException {
            piece(dialect.end(end));
            raw("0\r\n\r\n");
        }

        void whole(String text) throws IOException {
            start().part(text).end(Dialect.End.DONE);
        }

        /** Bytes of a stream that is under way, as they are. */
        Talk piece(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            if (bytes.length > 0) {
                raw(Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
            }
            return this;
        }

        void status(int status, String... headers) throws IOException {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            raw("HTTP/1.1 " + status + " Said\r\n" + more + "Content-Length: 0\r\nConnection: close\r\n\r\n");
        }

        void status(int status, byte[] body) throws IOException {
            raw("HTTP/1.1 " + status + " Said\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
            raw(new String(body, UTF_8));
        }

        /** Resets the connection. */
        void cut() throws IOException {
            connection.setSoLinger(true, 0);
        }

        /** Says nothing until the client closes the connection. */
        void waitForHangUp() throws IOException {
            if (connection.getInputStream().read() < 0) {
                hungUp.countDown();
            }
        }

        void raw(String text) throws IOException {
            connection.getOutputStream().write(text.getBytes(UTF_8));
            connection.getOutputStream().flush();
        }

        boolean goesOn() {
            return over.getCount() > 0;
        }
    }
}
