package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.Http.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code backchannel-logout/} (contract 01, section 9.13). */
class BackChannelLogoutTests extends AtTestProvider {

    private static final String PATH = "/api/v1.0/backchannel-logout/";

    @BeforeEach
    void beSignedIn() {
        signIn();
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void endsAllSessionsOfThePerson() {
        var first = browser;
        browser = new TestBrowser(port);
        signIn();
        assertThat(me()).isEqualTo(200);
        var answer = post(PROVIDER.logoutToken(Map.of("sub", sub)));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(me()).isEqualTo(401);
        assertThat(first.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void endsTheProvidersSessionAloneWhereItIsNamed() {
        signInAt("one");
        var one = browser;
        browser = new TestBrowser(port);
        signInAt("two");
        var two = browser;
        assertThat(post(PROVIDER.logoutToken(Map.of("sub", sub, "sid", "one"))).status())
                .isEqualTo(204);
        assertThat(one.get("/api/v1.0/users/me/").status()).isEqualTo(401);
        assertThat(two.get("/api/v1.0/users/me/").status()).isEqualTo(200);
        assertThat(post(PROVIDER.logoutToken(Map.of("sid", "two"))).status()).isEqualTo(204);
        assertThat(two.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void aSessionWhoseSidIsUnknownEndsWithItsPerson() {
        assertThat(post(PROVIDER.logoutToken(Map.of("sub", sub, "sid", "any"))).status())
                .isEqualTo(204);
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void peopleAndSessionsNobodyKnowsAreSignedOutAlready() {
        assertThat(post(PROVIDER.logoutToken(Map.of("sub", "nobody"))).status()).isEqualTo(204);
        assertThat(post(PROVIDER.logoutToken(Map.of("sid", "nothing"))).status())
                .isEqualTo(204);
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void aTokenIsGoodOnce() {
        var token = PROVIDER.logoutToken(Map.of("sub", sub));
        assertThat(post(token).status()).isEqualTo(204);
        browser = new TestBrowser(port);
        signIn();
        refused(post(token), "Token already processed");
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void theTokenMustBeThere() {
        refused(http().post(PATH, ""), "Missing logout_token parameter");
        refused(post(""), "Missing logout_token parameter");
        refused(
                http().send("POST", PATH, BodyPublishers.ofString("{\"logout_token\":\"x\"}"), "application/json"),
                "Missing logout_token parameter");
    }

    @Test
    void theTokenMustNameSomebody() {
        refused(post(PROVIDER.logoutToken(Map.of())), "Token must contain either sub or sid claim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "iat", "exp", "jti", "events"})
    void whatATokenNeedsMustBeThere(String claim) {
        var changes = new HashMap<String, Object>(Map.of("sub", sub));
        changes.put(claim, null);
        refused(post(PROVIDER.logoutToken(changes)), "Invalid logout token");
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void tokensForOthersOrOfAnotherKindAreRefused() {
        List.<Map<String, Object>>of(
                        Map.of("sub", sub, "iss", "https://elsewhere.example"),
                        Map.of("sub", sub, "aud", "another"),
                        Map.of("sub", sub, "exp", Date.from(Instant.now().minusSeconds(1))),
                        Map.of("sub", sub, "nonce", "n"),
                        Map.of("sub", sub, "events", "text"),
                        Map.of("sub", sub, "events", Map.of("http://schemas.openid.net/event/backchannel-logout", "x")))
                .forEach(it -> refused(post(PROVIDER.logoutToken(it)), "Invalid logout token"));
        assertThat(me()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void nonsenseIsRefused(String token) {
        refused(post(token), "Invalid logout token");
    }

    @Test
    void strangersTokensAreRefusedAndDoNotMakeUsAskTheProviderEachTime() {
        var token = PROVIDER.forgedLogoutToken(sub);
        int fetches = PROVIDER.keyFetches;
        for (int i = 0; i < 20; i++) {
            refused(post(token), "Invalid logout token");
        }
        assertThat(PROVIDER.keyFetches - fetches).isLessThan(5);
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void onlyPostIsAllowed() {
        var answer = http().get(PATH);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    private void signInAt(String sid) {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.idClaims.put("sid", sid);
        callback(location);
        assertThat(me()).isEqualTo(200);
    }

    private Answer post(String token) {
        return http().send(
                        "POST",
                        PATH,
                        BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)),
                        "application/x-www-form-urlencoded");
    }

    private Http http() {
        return new Http(port);
    }

    private static void refused(Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"" + reason + "\"}");
    }
}
