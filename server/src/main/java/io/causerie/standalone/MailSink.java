package io.causerie.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that delivers nowhere: whatever our server sends is kept for the inbox page. */
final class MailSink implements SimpleMessageListener {

    private final MailFolder folder;
    private final SMTPServer server;

    private MailSink(MailFolder folder) {
        this.folder = folder;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Causerie")
                .maxMessageSize(5_000_000)
                .maxConnections(20)
                .simpleMessageListener(this)
                .build();
        server.start();
    }

    static MailSink start(MailFolder folder) {
        return new MailSink(folder);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public boolean accept(String from, String recipient) {
        return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        // whom it is to stands on the envelope only, if the sender hides it from the others
        var envelope = ("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8);
        folder.keep(new SequenceInputStream(new ByteArrayInputStream(envelope), data));
    }

    void stop() {
        server.stop();
    }
}
