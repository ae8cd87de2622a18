package io.causerie.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A mail server that misbehaves: it is silent, or refuses each recipient with an answer that quotes the address. */
public final class Smtp implements AutoCloseable {

    private final ServerSocket server;
    private final boolean silent;

    private Smtp(boolean silent) {
        this.silent = silent;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Takes connections and says nothing. */
    public static Smtp silent() {
        return new Smtp(true);
    }

    /** Knows no recipient. */
    public static Smtp refusing() {
        return new Smtp(false);
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
                    say(socket, line.startsWith("RCPT") ? "550 5.1.1 unknown: " + line : "250 OK");
                }
            }
        } catch (IOException e) {
            // the client left
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}
