package io.causerie.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.causerie.platform.Secret;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpMailerTests {

    private static final UUID ID = UUID.fromString("0d6a6b1e-7c19-4a55-9f3a-1f1f8d8a2b3c");
    private static final String LINK = "https://meet.example.org/recording/" + ID;

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    private static MailProperties properties(int port, String brand, String support, String logo) {
        return new MailProperties(
                "",
                "127.0.0.1",
                port,
                "",
                new Secret(""),
                false,
                false,
                Duration.ofSeconds(1),
                "from@example.com",
                brand,
                support,
                logo);
    }

    private static Mailer mailer(MailProperties properties) {
        return new SmtpMailer(properties, new MailTemplates(properties), Clock.systemUTC());
    }

    private static Mailer mailer() {
        return mailer(
                properties(SERVER.getSmtp().getPort(), "Brand", "support@example.com", "https://example.org/logo.png"));
    }

    private static Map<String, Object> model() {
        return new HashMap<>(Map.of(
                "room", "Team \"A\" <b>&co</b>",
                "date", "2023-05-15",
                "time", "16:30",
                "moment", "lundi 15 mai 2023 16:30",
                "zone", "Europe/Paris",
                "days", 7,
                "link", LINK));
    }

    private static Mail mail(String language, Map<String, Object> model) {
        return new Mail(ID, "alice@example.org", MailLocales.of(language), "recording-ready", model);
    }

    private static MimeMessage sent() {
        return SERVER.getReceivedMessages()[0];
    }

    private static String part(int number) throws Exception {
        return (String)
                ((MimeMultipart) sent().getContent()).getBodyPart(number).getContent();
    }

    @ParameterizedTest
    @CsvSource({
        "en-us, Your recording is ready, Your recording is ready!",
        "fr-fr, Votre enregistrement est prêt, Votre enregistrement est prêt !",
        "nl-nl, Je opname is klaar, Je opname is klaar!",
        "de-de, Ihre Aufzeichnung ist bereit, Ihre Aufzeichnung ist fertig!",
        "eo, Your recording is ready, Your recording is ready!"
    })
    void speaksTheReadersLanguage(String language, String subject, String headline) throws Exception {
        mailer().send(mail(language, model()));
        assertThat(sent().getSubject()).isEqualTo(subject);
        assertThat(part(0))
                .contains(
                        headline,
                        "Brand",
                        "support@example.com",
                        "https://example.org/logo.png",
                        "[" + LINK + "]",
                        "2023-05-15",
                        "16:30",
                        "lundi 15 mai 2023 16:30",
                        "Europe/Paris",
                        "7",
                        "Team \"A\" <b>&co</b>")
                .doesNotContain("??", "null", "&quot;", "{", "[#");
        assertThat(part(1))
                .contains(headline, "Brand", "support@example.com", LINK, "2023-05-15", "16:30")
                .contains("Team &quot;A&quot; &lt;b&gt;&amp;co&lt;/b&gt;")
                .doesNotContain("??", "null", "<b>", " th:");
    }

    @Test
    void isOneMessageOfTwoPartsWithoutNames() throws Exception {
        mailer().send(mail("en-us", model()));
        assertThat(sent().getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) sent().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(sent().getHeader("From")).containsExactly("from@example.com");
        assertThat(sent().getHeader("To")).containsExactly("alice@example.org");
        assertThat(sent().getHeader("Message-ID")).containsExactly("<" + ID + "@example.com>");
    }

    @Test
    void leavesOutWhatIsNotConfigured() throws Exception {
        var model = model();
        model.put("days", null);
        model.put("link", null);
        mailer(properties(SERVER.getSmtp().getPort(), "", "", "")).send(mail("en-us", model));
        assertThat(part(0))
                .startsWith("Your recording is ready!")
                .contains("Thank you for your confidence.")
                .doesNotContain("null", "None", "Questions", "expires", "[");
        assertThat(part(1)).doesNotContain("null", "None", "<img", "Questions", "href=\"\"");
    }

    @ParameterizedTest
    @CsvSource({"1, It expires in one day.", "2, It expires in 2 days.", "30, It expires in 30 days."})
    void countsTheDaysThatAreLeft(int days, String words) throws Exception {
        var model = model();
        model.put("days", days);
        mailer().send(mail("en-us", model));
        assertThat(part(0)).contains(words);
    }

    @Test
    void tellsARefusalByItsCodeOnly() throws IOException {
        try (var server = Smtp.refusing()) {
            var failure = catchThrowable(
                    () -> mailer(properties(server.port(), "", "", "")).send(mail("en-us", model())));
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            MailFailure.class, it -> assertThat(it.smtpStatus()).isEqualTo(550));
            assertThat(failure).hasNoCause();
            assertThat(failure.getMessage()).doesNotContain("alice");
        }
    }

    @Test
    void tellsThatTheServerWasNotReached() throws IOException {
        int port;
        try (var server = Smtp.silent()) {
            port = server.port();
            fails(port); // silent
        }
        fails(port); // refused
    }

    private static void fails(int port) {
        assertThatThrownBy(() -> mailer(properties(port, "", "", "")).send(mail("en-us", model())))
                .isInstanceOfSatisfying(
                        MailFailure.class, it -> assertThat(it.smtpStatus()).isNull());
    }

    @Test
    void refusesWhatIsNoAddressWithoutQuotingIt() {
        var broken = new Mail(ID, "not an address", Locale.US, "recording-ready", model());
        assertThatThrownBy(() -> mailer().send(broken))
                .isInstanceOf(MailFailure.class)
                .hasMessageNotContaining("not an address")
                .hasNoCause();
    }

    @Test
    void needsAServer() {
        var none = new MailProperties(
                "", "", null, "", new Secret(""), false, false, Duration.ofSeconds(1), "from@example.com", "", "", "");
        assertThatThrownBy(() -> mailer(none).send(mail("en-us", model()))).isInstanceOf(MailFailure.class);
    }

    @Test
    void isSentNowhereByADummyBackend() {
        var dummy = new MailProperties(
                "django.core.mail.backends.dummy.EmailBackend",
                "",
                null,
                "",
                new Secret(""),
                false,
                false,
                Duration.ofSeconds(1),
                "from@example.com",
                "",
                "",
                "");
        mailer(dummy).send(mail("en-us", model()));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void reachesThoseItCanWhenSomeOfManyAreUnknown() throws Exception {
        try (var server = Smtp.refusing("nobody")) {
            var people = List.of("nobody@example.org", "bob@example.org");
            var mail = Mail.hidden(people, "Come", Locale.US, "test", Map.of());

            mailer(properties(server.port(), "", "", "")).send(mail);

            assertThat(server.taken()).isEqualTo(1);
        }
    }
}
