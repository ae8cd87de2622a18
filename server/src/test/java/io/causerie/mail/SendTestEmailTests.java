package io.causerie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.causerie.platform.Commands;
import org.junit.jupiter.api.Test;

/** Contract 02, section 14.6: needs no database. */
class SendTestEmailTests {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:9/nowhere";

    @Test
    void oneMailIsHandedOver() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            var outcome = Commands.on(
                            NOWHERE,
                            "DJANGO_EMAIL_HOST=127.0.0.1",
                            "DJANGO_EMAIL_PORT=" + server.getSmtp().getPort(),
                            "DJANGO_LANGUAGE_CODE=nl-nl")
                    .run("sendtestemail", "ops@example.org");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.lines()).containsExactly("The mail server has accepted the mail.");
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Een bericht om te zien of mail werkt");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailThatIsNotSentIsToldWithTheReason() {
        var outcome = Commands.on(NOWHERE).run("sendtestemail", "ops@example.org");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "CommandError: The mail was not sent: no mail server is configured. Check the DJANGO_EMAIL_* settings.");
    }
}
