package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.users.TestProvider.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A provider that lies, fails, or is somebody else: nobody is signed in, the log says why, and nothing is a 500 (contract 01, section 9.14). */
@ExtendWith(OutputCaptureExtension.class)
class HostileProviderTests extends AtTestProvider {

    @ParameterizedTest
    @EnumSource(value = TestProvider.Signature.class, mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void refusesTokensTheProviderDidNotSign(TestProvider.Signature signature) {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.signature = signature;
        assertThat(callback(location).status()).isEqualTo(400);
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", ""})
    void refusesAnotherSignInsNonce(String nonce) {
        var location = begin("");
        PROVIDER.tell(sub, nonce);
        assertThat(callback(location).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "iat", "nbf", "sub"})
    void refusesTokensForOthersOrOutOfDate(String claim) {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.idClaims.put(
                claim,
                switch (claim) {
                    case "exp" -> Date.from(Instant.now().minusSeconds(1));
                    case "iat", "nbf" -> Date.from(Instant.now().plusSeconds(600));
                    default -> "somebody-else";
                });
        var answer = callback(location);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/failed");
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void aProviderThatFailsOrIsSlowLeadsToTheFailurePage() {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.tokenStatus = 500;
        assertThat(callback(location).header("Location")).isEqualTo("/failed");
        var again = begin("");
        PROVIDER.tell(sub, query(again).get("nonce"));
        PROVIDER.delayMillis = 4000;
        assertThat(callback(again).header("Location")).isEqualTo("/failed");
    }

    @ParameterizedTest
    @CsvSource({
        "/token, REDIRECTING, the provider answered 302 to the token call",
        "/token, ENDLESS, the token call failed",
        "/token, DRIPPING, the provider did not answer the token call in time",
        "/token, NO_JSON, an answer of the provider is no JSON object",
        "/token, NESTED, an answer of the provider is no JSON object",
        "/token, LIST, an answer of the provider is no JSON object",
        "/token, EMPTY, an answer of the provider is no JSON object",
        "/token, HANGING_UP, the token call failed",
        "/token, FAILING, the provider answered 503 to the token call",
        "/userinfo, REDIRECTING, the provider answered 302 to the user info call",
        "/userinfo, ENDLESS, the user info call failed",
        "/userinfo, DRIPPING, the provider did not answer the user info call in time",
        "/userinfo, NO_JSON, an answer of the provider is no JSON object",
        "/userinfo, NESTED, an answer of the provider is no JSON object",
        "/userinfo, FAILING, the provider answered 503 to the user info call",
        "/jwks, REDIRECTING, the provider answered 302 to the key call",
        "/jwks, ENDLESS, the key call failed",
        "/jwks, NO_JSON, the provider's keys cannot be read",
        "/jwks, NESTED, the provider's keys cannot be read",
        "/jwks, FAILING, the provider answered 503 to the key call"
    })
    void anEndpointThatMisbehavesLeadsToTheFailurePage(
            String path, Behaviour behaviour, String reason, CapturedOutput output) {
        var location = begin("");
        if (path.equals("/jwks")) {
            PROVIDER.rotate();
        }
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.behaviours.put(path, behaviour);
        var since = Instant.now();
        var answer = callback(location);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/failed");
        assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(7));
        assertThat(PROVIDER.asked).doesNotContainKey("/elsewhere");
        assertThat(output.getAll()).contains("sign-in failed: " + reason);
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void theLogTellsNothingAboutThePerson(CapturedOutput output) {
        var location = begin("?login_hint=secret-hint");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.userInfo.remove("sub");
        assertThat(callback(location).header("Location")).isEqualTo("/failed");
        assertThat(output.getAll().lines().filter(it -> it.contains("sign-in")))
                .isNotEmpty()
                .noneMatch(it -> it.contains(sub)
                        || it.contains("secret-hint")
                        || it.contains(TestProvider.SECRET)
                        || it.contains("an-access-token")
                        || it.contains(query(location).get("state")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not.a.token", "a.b", "....", "eyJhbGciOiJSUzI1NiJ9.e30.", "eyJhbGciOiJub25lIn0.e30."})
    void anIdTokenThatIsNoneSignsNobodyIn(String token) {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.idToken = token;
        assertThat(callback(location).status()).isIn(302, 400);
        PROVIDER.idToken = null;
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void aSecondUseOfTheSameCodeIsTheProvidersToRefuseAndOfTheSameStateOurs() {
        var location = begin("");
        assertThat(comeBack(location).status()).isEqualTo(302);
        var asked = PROVIDER.asked.get("/token");
        assertThat(callback(location).status()).isEqualTo(400);
        assertThat(PROVIDER.asked).containsEntry("/token", asked);
    }

    @Test
    void anIdTokenOfAnotherSignInOfTheSamePersonIsRefused() {
        var first = begin("");
        var second = begin("");
        PROVIDER.tell(sub, query(first).get("nonce"));
        assertThat(callback(second).status()).isEqualTo(400);
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void userInfoThatIsAnIdTokenIsRefused() {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.signedUserInfo = true;
        PROVIDER.userInfo.put("nonce", query(location).get("nonce"));
        assertThat(callback(location).header("Location")).isEqualTo("/failed");
    }

    @Test
    void userInfoOfOddTypesFailsNoSignIn() {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.userInfo.put("email", List.of("a@example.org"));
        PROVIDER.userInfo.put("given_name", Map.of("x", "y"));
        PROVIDER.userInfo.put("usual_name", "a\u0000b");
        PROVIDER.userInfo.put("email_verified", "perhaps");
        PROVIDER.idClaims.put("sid", "a\u0000b");
        assertThat(callback(location).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/api/v1.0/users/me/").json().path("full_name").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF%FE", "a%0d%0aX-Injected:%20b", "%F0%9F%98%80"})
    void oddCodesAndStatesAreHarmless(String text) {
        begin("");
        assertThat(browser.get("/api/v1.0/callback/?code=" + text + "&state=" + text)
                        .status())
                .isIn(302, 400);
        assertThat(browser.get("/api/v1.0/callback/?error=" + text + "&state=" + text)
                        .status())
                .isIn(302, 400);
    }
}
