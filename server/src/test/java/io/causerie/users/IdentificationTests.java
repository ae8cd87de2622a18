package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.ApplicationTest;
import io.causerie.users.IdentificationProperties.EmailVerified;
import io.causerie.users.SignInFailure.Failed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Who gets which account (contract 01, section 9.8), with the e-mail fallback on. */
@ApplicationTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "OIDC_FALLBACK_TO_EMAIL_FOR_IDENTIFICATION=true")
class IdentificationTests {

    @Autowired
    Identification identification;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final String sub = UUID.randomUUID().toString();

    @Test
    void findsAnAccountByItsEmailInAnyCase() {
        var alice = users.create("Alice Martin");
        var email = String.valueOf(alice.email());
        assertThat(identify(sub, email.toUpperCase(java.util.Locale.ROOT), null))
                .isEqualTo(alice.id());
        assertThat(stored(alice, "sub")).isEqualTo(alice.sub());
    }

    @Test
    void doesNotTrimTheEmail() {
        var alice = users.create("Alice Martin");
        assertThat(identify(sub, " " + alice.email(), null)).isNotEqualTo(alice.id());
    }

    @Test
    void fillsTheSubOfAProvisionalAccount() {
        var alice = users.create("Alice Martin");
        jdbc.sql("update public.meet_user set sub = null where id = :id")
                .param("id", alice.id())
                .update();
        assertThat(identify(sub, alice.email(), true)).isEqualTo(alice.id());
        assertThat(stored(alice, "sub")).isEqualTo(sub);
    }

    @Test
    void refusesAnEmailTheProviderHasNotVerified() {
        var alice = users.create("Alice Martin");
        assertThatThrownBy(() -> identify(sub, alice.email(), false)).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIRED, true, true",
        "REQUIRED, false, false",
        "REQUIRED, , false",
        "UNLESS_DENIED, true, true",
        "UNLESS_DENIED, false, false",
        "UNLESS_DENIED, , true",
        "IGNORED, true, true",
        "IGNORED, false, true",
        "IGNORED, , true"
    })
    void theOperatorSaysWhatTheProviderMustTellOfAnEmail(EmailVerified rule, Boolean claim, boolean believed) {
        assertThat(rule.believes(claim)).isEqualTo(believed);
    }

    @Test
    void anEmailCalledUnverifiedByATextIsRefusedAsWell() {
        var alice = users.create("Alice Martin");
        var claims = Map.of("sub", sub, "email", String.valueOf(alice.email()), "email_verified", "false");
        assertThatThrownBy(() -> identification.identify(json.valueToTree(claims), null))
                .isInstanceOf(Failed.class);
    }

    @Test
    void lookAlikesAndOtherAlphabetsAreOtherAddresses() {
        var alice = users.create("Alice Martin");
        var likeness = String.valueOf(alice.email()).replace('i', '\u0131').replace("example", "ex\u0430mple");
        assertThat(identify(sub, likeness, null)).isNotEqualTo(alice.id());
    }

    @Test
    void refusesAnEmailThatSeveralHave() {
        var alice = users.create("Alice Martin");
        var bob = users.create("Bob Durand");
        jdbc.sql("update public.meet_user set email = :email where id = :id")
                .param("email", alice.email())
                .param("id", bob.id())
                .update();
        assertThatThrownBy(() -> identify(sub, alice.email(), null)).isInstanceOf(Failed.class);
    }

    @Test
    void manyFirstSignInsAtOnceMakeOneAccount() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = IntStream.range(0, 8)
                    .mapToObj(it -> threads.submit(() -> identify(sub, null, null)))
                    .toList();
            var found = new HashSet<UUID>();
            for (var id : ids) {
                found.add(id.get());
            }
            assertThat(found).hasSize(1);
        }
    }

    private UUID identify(String subject, String email, Boolean verified) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", subject));
        claims.put("email", email);
        claims.put("email_verified", verified);
        return identification.identify(json.valueToTree(claims), null).user().id();
    }

    private String stored(User user, String column) {
        return jdbc.sql("select " + column + " from public.meet_user where id = :id")
                .param("id", user.id())
                .query(String.class)
                .single();
    }
}
