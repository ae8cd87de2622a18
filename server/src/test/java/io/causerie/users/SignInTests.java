package io.causerie.users;

import static io.causerie.users.TestBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code authenticate/} and {@code callback/}, with a provider that may lie. */
class SignInTests extends AtTestProvider {

    @Test
    void sendsTheBrowserToTheProvider() {
        var answer = browser.get("/api/v1.0/authenticate/?returnTo=/room&login_hint=ada&other=x");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Set-Cookie"))
                .matches("sessionid=[a-z0-9]{32}; expires=.* GMT; HttpOnly; Max-Age=43200; Path=/; SameSite=Lax");
        var query = query(answer.header("Location"));
        assertThat(query.keySet())
                .containsExactly(
                        "response_type",
                        "scope",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "acr_values",
                        "login_hint",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(query.get("redirect_uri")).isEqualTo("http://127.0.0.1:" + port + "/api/v1.0/callback/");
        assertThat(query.get("state")).matches("[A-Za-z0-9]{32}");
        assertThat(answer.header("Location")).contains("scope=openid+email&");
    }

    @Test
    void signsInANewPerson() {
        var location = begin("?returnTo=/room");
        var answer = comeBack(location);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/room");
        assertThat(browser.cookie("csrftoken")).matches("[A-Za-z0-9]{32}");
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("email").asString()).isEqualTo(sub + "@example.org");
        assertThat(me.path("full_name").asString()).isEqualTo("Ada Byron");
        assertThat(me.path("short_name").asString()).isEqualTo("Ada");
        assertThat(PROVIDER.lastForm)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_secret", TestProvider.SECRET)
                .containsKey("code_verifier");
        assertThat(jdbc.sql("select password from public.meet_user where sub = :sub")
                        .param("sub", sub)
                        .query(String.class)
                        .single())
                .matches("![A-Za-z0-9]{40}");
    }

    @Test
    void costsFewStatements() {
        var first = begin("");
        assertThat(statements.during(() -> comeBack(first))).hasSizeLessThanOrEqualTo(6);
        browser = new TestBrowser(port);
        var again = begin("");
        assertThat(statements.during(() -> comeBack(again))).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void renewsTheKeyOfTheSession() {
        var location = begin("");
        var before = browser.cookie("sessionid");
        comeBack(location);
        assertThat(browser.cookie("sessionid")).isNotEqualTo(before);
        var thief = new TestBrowser(port);
        thief.cookie("sessionid", before);
        assertThat(thief.get("/api/v1.0/users/me/").status()).isEqualTo(401);
    }

    @Test
    void aSecondTabOfTheSamePersonKeepsTheFirstOnesTokens() {
        var first = begin("");
        var second = begin("");
        assertThat(comeBack(first).header("Location")).isEqualTo("/home");
        var session = browser.cookie("sessionid");
        var csrf = browser.cookie("csrftoken");
        assertThat(comeBack(second).header("Location")).isEqualTo("/home");
        assertThat(browser.cookie("sessionid")).isEqualTo(session);
        assertThat(browser.cookie("csrftoken")).isEqualTo(csrf);
    }

    @Test
    void claimsThatAreMissingEraseNothing() {
        comeBack(begin(""));
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.userInfo = Map.of("sub", sub, "given_name", "", "usual_name", "Lovelace");
        callback(location);
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("email").asString()).isEqualTo(sub + "@example.org");
        assertThat(me.path("short_name").asString()).isEqualTo("Ada");
        assertThat(me.path("full_name").asString()).isEqualTo("Lovelace");
    }

    @Test
    void valuesTooLongForOurColumnsNeverFailASignIn() {
        var location = begin("");
        PROVIDER.tell("auth0|" + sub, query(location).get("nonce"));
        PROVIDER.userInfo.put("given_name", "x".repeat(300));
        PROVIDER.userInfo.put("email", "no address");
        callback(location);
        var me = browser.get("/api/v1.0/users/me/").json();
        assertThat(me.path("full_name").asString()).hasSize(100);
        assertThat(me.path("email").isNull()).isTrue();
    }

    @Test
    void readsSignedUserInfo() {
        var location = begin("");
        PROVIDER.tell(sub, query(location).get("nonce"));
        PROVIDER.signedUserInfo = true;
        assertThat(callback(location).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(200);
    }

    @Test
    void asksForTheKeysOnceAndAgainWhenTheyChange() {
        comeBack(begin(""));
        int fetches = PROVIDER.keyFetches;
        comeBack(begin(""));
        assertThat(PROVIDER.keyFetches).isEqualTo(fetches);
        PROVIDER.rotate();
        assertThat(comeBack(begin("")).header("Location")).isEqualTo("/home");
        assertThat(PROVIDER.keyFetches).isEqualTo(fetches + 1);
    }

    @Test
    void aStateIsGoodOnce() {
        var location = begin("");
        assertThat(comeBack(location).status()).isEqualTo(302);
        assertThat(callback(location).status()).isEqualTo(400);
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(200);
    }

    @Test
    void anotherBrowsersStateIsUnknown() {
        var location = begin("");
        var other = new TestBrowser(port);
        other.get("/api/v1.0/authenticate/");
        PROVIDER.tell(sub, query(location).get("nonce"));
        assertThat(other.get("/api/v1.0/callback/?code=c&state="
                                + query(location).get("state"))
                        .status())
                .isEqualTo(400);
        assertThat(new TestBrowser(port)
                        .get("/api/v1.0/callback/?code=c&state="
                                + query(location).get("state"))
                        .header("Location"))
                .isEqualTo("/failed");
    }

    @Test
    void aSilentAttemptThatFailsReturnsWhereItCameFrom() {
        var location = begin("?silent=true&returnTo=/page");
        assertThat(query(location)).containsEntry("prompt", "none");
        var state = query(location).get("state");
        var unknown = browser.get("/api/v1.0/callback/?error=login_required&state=unknown");
        assertThat(unknown.status()).isEqualTo(400);
        var answer = browser.get("/api/v1.0/callback/?error=login_required&state=" + state);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/page");
    }

    @Test
    void aSilentAttemptRefusedForAnotherReasonReturnsToo() {
        var location = begin("?silent=true&returnTo=/page");
        var answer = browser.get("/api/v1.0/callback/?error=interaction_required&state="
                + query(location).get("state"));
        assertThat(answer.header("Location")).isEqualTo("/page");
        assertThat(browser.get("/api/v1.0/callback/?error=x").header("Location"))
                .isEqualTo("/failed");
    }

    @Test
    void aLinkOfAnotherSiteSignsNobodyOut() {
        comeBack(begin(""));
        assertThat(browser.get("/api/v1.0/callback/?error=access_denied").header("Location"))
                .isEqualTo("/failed");
        assertThat(browser.get("/api/v1.0/users/me/").status()).isEqualTo(200);
        var state = query(begin("")).get("state");
        browser.get("/api/v1.0/callback/?error=access_denied&state=" + state);
        assertThat(browser.cookie("sessionid")).isNull();
    }

    @Test
    void inactivePeopleLandOnTheFailurePage() {
        comeBack(begin(""));
        jdbc.sql("update public.meet_user set is_active = false where sub = :sub")
                .param("sub", sub)
                .update();
        assertThat(comeBack(begin("")).header("Location")).isEqualTo("/failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/room", "room/a", "http://127.0.0.1:{port}/room", "https://meet.example.org/x"})
    void returnsToThisSiteOrOneTheOperatorNamed(String url) {
        var own = url.replace("{port}", String.valueOf(port));
        assertThat(comeBack(begin("?returnTo=" + own)).header("Location")).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "http:///evil",
                "%5C%5Cevil.example",
                "/%5Cevil.example",
                "http://127.0.0.1:1/",
                "%01/x",
                "http://127.0.0.1@evil.example/"
            })
    void returnsToNoOtherSite(String url) {
        assertThat(comeBack(begin("?returnTo=" + url)).header("Location")).isEqualTo("/home");
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertThat(browser.send("HEAD", "/api/v1.0/authenticate/").status()).isEqualTo(405);
        var answer = browser.send("HEAD", "/api/v1.0/callback/");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(browser.post("/api/v1.0/authenticate/", "").status()).isEqualTo(403);
        browser.cookie("csrftoken", "a".repeat(32));
        assertThat(browser.post("/api/v1.0/authenticate/", "").status()).isEqualTo(405);
    }

    @Test
    void aNumericSubIsKeptAsText() {
        var number = System.nanoTime();
        var location = begin("");
        PROVIDER.tell(String.valueOf(number), query(location).get("nonce"));
        PROVIDER.idClaims.put("sub", number);
        PROVIDER.userInfo.put("sub", number);
        assertThat(callback(location).header("Location")).isEqualTo("/home");
        assertThat(jdbc.sql("select count(*) from public.meet_user where sub = :sub")
                        .param("sub", String.valueOf(number))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aForgedRequestCostsNoStatement() {
        signIn();
        browser.cookie("csrftoken", "a".repeat(32));
        var other = new io.causerie.Http(port).with("Cookie", "sessionid=" + browser.cookie("sessionid"));
        assertThat(statements.during(() -> {
                    var answer = other.send("PATCH", "/api/v1.0/users/me/", BodyPublishers.noBody(), null);
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().path("detail").asString()).isEqualTo("CSRF Failed: CSRF cookie not set.");
                }))
                .isEmpty();
    }

    @Test
    void anAnonymousSessionIsNotCheckedForForgery() {
        begin("");
        var anonymous = new io.causerie.Http(port).with("Cookie", "sessionid=" + browser.cookie("sessionid"));
        assertThat(anonymous
                        .send(
                                "PATCH",
                                "/api/v1.0/users/" + java.util.UUID.randomUUID() + "/",
                                BodyPublishers.noBody(),
                                null)
                        .status())
                .isEqualTo(401);
    }
}
