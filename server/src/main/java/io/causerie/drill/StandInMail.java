package io.causerie.drill;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that remembers what it took, and may turn into a black hole: it accepts connections and never answers what is asked there. */
final class StandInMail implements SimpleMessageListener, AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/recording/([0-9a-f-]{36})");
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(40);

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile boolean silent;

    StandInMail() {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Drill")
                .maxMessageSize(1_000_000)
                .maxConnections(500)
                .simpleMessageListener(this)
                .build();
        server.start();
    }

    /** A mail somebody was promised with {@code 250}. {@code recording}: the one it links to, or empty; {@code at}: by {@link System#nanoTime}. */
    record Received(String recording, String recipient, String messageId, long at) {}

    int port() {
        return server.getPortAllocated();
    }

    void silence(boolean whether) {
        silent = whether;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public boolean accept(String from, String recipient) {
        if (silent) {
            Loopback.pause(LONGER_THAN_ANYBODY_WAITS);
            return false;
        }
        return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), data);
            var link = LINK.matcher(text(message.getContent()));
            received.add(new Received(
                    link.find() ? link.group(1) : "",
                    recipient,
                    String.valueOf(message.getMessageID()),
                    System.nanoTime()));
        } catch (MessagingException e) {
            throw new IOException("no mail", e);
        }
    }

    private static String text(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? text(parts.getBodyPart(0).getContent()) : String.valueOf(content);
    }

    @Override
    public void close() {
        server.stop();
    }
}
