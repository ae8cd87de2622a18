package io.causerie.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves: it is silent, or refuses each recipient with an answer that quotes the address. */
public final class Smtp implements AutoCloseable {

    private final ServerSocket server;
    private final boolean silent;

    private final String unknown;
    private final AtomicInteger taken = new AtomicInteger();

    private Smtp(boolean silent, String unknown) {
        this.silent = silent;
        this.unknown = unknown;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Takes connections and says nothing. */
    public static Smtp silent() {
        return new Smtp(true, "");
    }

    /** Knows no recipient. */
    public static Smtp refusing() {
        return refusing("");
    }

    /** Does not know recipients whose address holds that. */
    public static Smtp refusing(String unknown) {
        return new Smtp(false, unknown);
    }

    /** How many mails it has taken. */
    public int taken() {
        return taken.get();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            if (!silent) {
                say(socket, "220 ready");
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!silent) {
                    say(socket, answer(socket, in, line));
                }
            }
        } catch (IOException e) {
            // the client left
        }
    }

    private String answer(Socket socket, BufferedReader in, String line) throws IOException {
        if (line.startsWith("RCPT") && line.contains(unknown)) {
            return "550 5.1.1 unknown: " + line;
        }
        if (line.equals("DATA")) {
            say(socket, "354 go on");
            in.lines().takeWhile(it -> !it.equals(".")).forEach(it -> {});
            taken.incrementAndGet();
        }
        return "250 OK";
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}
