package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTests {

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsSentThroughIt() throws MessagingException {
        var mail = new MailFolder(folder, 10);
        var sink = MailSink.start(mail);
        try {
            send(sink.port());
        } finally {
            sink.stop();
        }

        var id = mail.ids().getFirst();
        var letter = Letter.read(id, mail.read(id).orElseThrow());
        assertThat(letter.to()).containsExactly("alice@example.org");
        assertThat(letter.subject()).isEqualTo("Réunion enregistrée");
        assertThat(letter.date()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(letter.text().strip()).isEqualTo("Bonjour à tous");
        assertThat(letter.html()).contains("<p>Bonjour");
    }

    @Test
    void showsEachHiddenRecipientTheirs() throws MessagingException {
        var mail = new MailFolder(folder, 10);
        var sink = MailSink.start(mail);
        try {
            var properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", String.valueOf(sink.port()));
            var message = new MimeMessage(Session.getInstance(properties));
            message.setFrom("causerie@localhost");
            message.setRecipients(Message.RecipientType.BCC, "alice@example.org, bob@example.org");
            message.setSubject("Come");
            message.setText("now");
            Transport.send(message);
        } finally {
            sink.stop();
        }

        assertThat(mail.ids())
                .flatExtracting(
                        it -> Letter.read(it, mail.read(it).orElseThrow()).to())
                .containsExactlyInAnyOrder("alice@example.org", "bob@example.org");
    }

    @Test
    void forgetsTheOldestBeyondItsBound() throws IOException {
        var mail = new MailFolder(folder, 3);
        for (int i = 1; i <= 5; i++) {
            mail.keep(new ByteArrayInputStream(("Subject: " + i + "\r\n\r\n").getBytes()));
        }

        assertThat(mail.ids()).containsExactly("00000005", "00000004", "00000003");
        assertThat(mail.read("00000001")).isEmpty();
        var after = new MailFolder(folder, 3);
        after.keep(new ByteArrayInputStream("Subject: 6\r\n\r\n".getBytes()));
        assertThat(after.ids()).first().isEqualTo("00000006");
    }

    @Test
    void readsNoOtherFiles() {
        var mail = new MailFolder(folder, 3);

        assertThat(mail.read("../secrets")).isEmpty();
        assertThat(mail.read("")).isEmpty();
    }

    @Test
    void showsAMailItCannotRead() {
        assertThat(Letter.read("1", new byte[] {0, 1, 2}).subject()).isNotNull();
    }

    private static void send(int port) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("causerie@localhost");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
        message.setSubject("Réunion enregistrée", "UTF-8");
        message.setSentDate(Date.from(Instant.parse("2026-11-22T10:00:00Z")));
        var text = new MimeBodyPart();
        text.setText("Bonjour à tous", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>Bonjour à tous</p>", "text/html;charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
