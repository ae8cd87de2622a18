package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links by which people without an account watch a recording: making, telling, revoking and using them. */
@ExtendWith(OutputCaptureExtension.class)
class SharesTests extends RecordingTest {

    private static final String OPEN = "/api/v1.0/shared-recordings/";

    @Autowired
    ObjectStore store;

    private UUID id;

    @BeforeEach
    void aSavedRecording() throws IOException {
        id = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(id, alice.user().id(), "owner");
        store.write(key(), "video/mp4", new ByteArrayInputStream("a film".getBytes()), 6);
    }

    @Test
    void theTokenIsToldOnceAndOnlyItsHashIsKept(CapturedOutput output) {
        var made = make("{}");
        var token = token(made);

        assertThat(token).hasSizeGreaterThanOrEqualTo(43); // 256 bits
        assertThat(made.path("link").asString())
                .isEqualTo("/shared/" + made.path("id").asString() + "#" + token);
        assertThat(list().toString()).doesNotContain(token);
        assertThat(jdbc.sql("select * from causerie.recording_share where recording_id = :id")
                        .param("id", id)
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(token);
        assertThat(jdbc.sql("select token_hash from causerie.recording_share where recording_id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single())
                .isEqualTo(RecorderSecrets.hash(token));
        open(made);
        film(made);
        assertThat(output).doesNotContain(token);
    }

    @Test
    void aLinkLivesAWeekUnlessSomebodySaysOtherwise() {
        assertThat(days(make("{}"))).isEqualTo(7);
        assertThat(days(make("{\"days\": 1}"))).isEqualTo(1);
        assertThat(days(make("{\"days\": 30}"))).isEqualTo(30);
        assertThat(list().path("max_days").asInt()).isEqualTo(30);
        assertThat(list().path("default_days").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "31", "\"many\"", "1.5", "null", "[]", "99999999999999999999"})
    void anythingElseIsRefused(String days) {
        var answer = send(alice, "POST", shares(), "application/json", "{\"days\": " + days + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"days\":[\"");
    }

    @Test
    void whoeverHoldsALinkIsToldAsMuchAsTheyNeed() {
        var opened = open(make("{}"));

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.json().propertyNames())
                .containsExactly("room_name", "created_at", "mode", "expires_at", "media");
        assertThat(opened.json().path("room_name").asString()).isEqualTo(slug);
        assertThat(opened.body()).doesNotContain(id.toString(), "lice", "@");
        assertThat(opened.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=" + OPEN);
    }

    @Test
    void nothingIsKeptFoundOrToldElsewhere() {
        var made = make("{}");
        for (var answer : List.of(open(made), film(made), film(OPEN + UUID.randomUUID() + "/media/", "x"))) {
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        }
        var page = new Http(port).get("/shared/" + made.path("id").asString());
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void theFilmComesWholeAndInParts() {
        var made = make("{}");
        var whole = film(made);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("a film");
        assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(whole.header("Content-Disposition")).contains("attachment", slug);
        var part = film(made, "Range", "bytes=2-3");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("fi");
        var head = cookie(made).send("HEAD", media(made), BodyPublishers.noBody(), null);
        assertThat(head.header("Content-Length")).isEqualTo("6");
    }

    @Test
    void aViewIsAPageThatWasOpenedAndNotAPieceOfTheFilm() {
        var made = make("{}");
        assertThat(list().at("/results/0/views").asInt()).isZero();
        assertThat(list().at("/results/0/last_viewed_at").isNull()).isTrue();
        open(made);
        open(made);
        film(made);
        film(made, "Range", "bytes=2-3");
        assertThat(list().at("/results/0/views").asInt()).isEqualTo(2);
        assertThat(list().at("/results/0/last_viewed_at").isNull()).isFalse();
    }

    /** Its maker's account is deleted, or their access: nobody could revoke it, and it would stay open for weeks. */
    @Test
    void aLinkThatNobodyIsLeftToRevokeOpensNothing() {
        var made = make("{}");
        jdbc.sql("delete from meet_recording_access where recording_id = :id")
                .param("id", id)
                .update();
        assertThat(open(made).status()).isEqualTo(404);
        assertThat(film(made).status()).isEqualTo(404);

        rows.owner(id, users.bob().user().id(), "administrator");
        assertThat(open(made).status()).isEqualTo(200);
    }

    @Test
    void aRevokedLinkOpensNothingFromThenOn() {
        var made = make("{}");
        var other = make("{}");
        assertThat(revoke(made).status()).isEqualTo(204);
        closed(made);
        assertThat(open(other).status()).isEqualTo(200);
        assertThat(list().path("results")).hasSize(1);
        assertThat(revoke(made).status()).isEqualTo(404);
        assertThat(ledger.of(id))
                .extracting(RecordingLedger.Line::kind)
                .containsExactly("shared", "shared", "share_revoked");
    }

    @Test
    void whateverIsWrongWithALinkTheAnswerIsTheSame() {
        var expired = make("{}");
        expire(expired);
        var revoked = make("{}");
        revoke(revoked);
        var good = make("{}");
        var other = make("{}");
        var answers = List.of(
                open(expired),
                open(revoked),
                post(good.path("id").asString(), token(other)),
                post(good.path("id").asString(), ""),
                post(UUID.randomUUID().toString(), token(good)),
                post("nonsense", token(good)),
                film(media(good), token(other)),
                film(media(expired), token(expired)),
                new Http(port).get(media(good)));
        assertThat(answers).allSatisfy(it -> {
            assertThat(it.status()).isEqualTo(404);
            assertThat(it.body()).isEqualTo("{\"detail\":\"Not found.\"}");
        });
        assertThat(list().at("/results/2/is_expired").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RecordingStatus.class)
    void onlyARecordingThatCanBeWatchedIsShared(RecordingStatus status) {
        var made = make("{}");
        jdbc.sql("update meet_recording set status = :status where id = :id")
                .param("status", status.wire())
                .param("id", id)
                .update();
        assertThat(open(made).status()).isEqualTo(status.saved() ? 200 : 404);
        assertThat(film(made).status()).isEqualTo(status.saved() ? 200 : 404);
        assertThat(send(alice, "POST", shares()).status()).isEqualTo(status.saved() ? 201 : 409);
    }

    @Test
    void linksGoWithTheirRecording() {
        var made = make("{}");
        assertThat(send(alice, "DELETE", "/api/v1.0/recordings/" + id + "/").status())
                .isEqualTo(204);
        closed(made);
        assertThat(jdbc.sql("select count(*) from causerie.recording_share where recording_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void linksGoWithTheRoom() {
        var made = make("{}");
        assertThat(send(alice, "DELETE", "/api/v1.0/rooms/" + room + "/").status())
                .isEqualTo(204);
        closed(made);
    }

    @Test
    void onlyThoseWhoMayRetrieveTheRecordingHaveToDoWithItsLinks() {
        var made = make("{}");
        var one = shares() + made.path("id").asString() + "/";
        var bob = users.bob();
        assertThat(send(bob, "GET", shares()).status()).isEqualTo(404);
        assertThat(send(bob, "POST", shares()).status()).isEqualTo(404);
        assertThat(send(bob, "DELETE", one).status()).isEqualTo(404);
        rows.owner(id, bob.user().id(), "member");
        assertThat(send(bob, "GET", shares()).status()).isEqualTo(403);
        assertThat(send(bob, "POST", shares()).status()).isEqualTo(403);
        assertThat(send(bob, "DELETE", one).status()).isEqualTo(403);
        assertThat(anonymous("GET", shares()).status()).isEqualTo(401);
        assertThat(anonymous("POST", shares()).status()).isEqualTo(401);
        assertThat(anonymous("DELETE", one).status()).isEqualTo(401);
        jdbc.sql("update meet_recording_access set role = 'administrator' where user_id = :bob")
                .param("bob", bob.user().id())
                .update();
        assertThat(send(bob, "DELETE", one).status()).isEqualTo(204);
    }

    @Test
    void aLinkIsRevokedThroughItsOwnRecordingOnly() {
        var made = make("{}");
        var other = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(other, alice.user().id(), "owner");
        var path =
                "/api/v1.0/recordings/" + other + "/shares/" + made.path("id").asString() + "/";
        assertThat(send(alice, "DELETE", path).status()).isEqualTo(404);
        assertThat(open(made).status()).isEqualTo(200);
    }

    @Test
    void thereIsAnEndToLinks() {
        for (int i = 0; i < Shares.MOST; i++) {
            make("{}");
        }
        var answer = send(alice, "POST", shares());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"This recording has 20 links already.\"}");
    }

    @Test
    void oneStatementOpensAndOneFetches() {
        var made = make("{}");
        assertThat(statements.during(() -> open(made))).hasSize(1);
        assertThat(statements.during(() -> film(made))).hasSize(1);
        assertThat(statements.during(() -> send(alice, "GET", shares()))).hasSize(1 + 2);
        assertThat(statements.during(() -> send(alice, "POST", shares()))).hasSize(1 + 2);
    }

    private void closed(JsonNode made) {
        assertThat(open(made).status()).isEqualTo(404);
        assertThat(film(made).status()).isEqualTo(404);
    }

    private void expire(JsonNode made) {
        jdbc.sql("update causerie.recording_share set expires_at = now() where id = :id")
                .param("id", UUID.fromString(made.path("id").asString()))
                .update();
    }

    private long days(JsonNode made) {
        var length = Duration.between(
                Instant.parse(made.path("created_at").asString()),
                Instant.parse(made.path("expires_at").asString()));
        return Math.round(length.toMinutes() / 1440.0);
    }

    private JsonNode make(String body) {
        var answer = send(alice, "POST", shares(), "application/json", body);
        assertThat(answer.status()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode list() {
        return JsonMapper.shared().readTree(send(alice, "GET", shares()).body());
    }

    private Answer revoke(JsonNode made) {
        return send(alice, "DELETE", shares() + made.path("id").asString() + "/");
    }

    private Http.Answer open(JsonNode made) {
        return post(made.path("id").asString(), token(made));
    }

    private Http.Answer post(String share, String token) {
        return new Http(port).post(OPEN + share + "/", "{\"token\": \"" + token + "\"}");
    }

    private Http.Answer film(JsonNode made) {
        return film(media(made), token(made));
    }

    private Http.Answer film(String path, String token) {
        return new Http(port).with("Cookie", "causerie_share=" + token).get(path);
    }

    private Http.Answer film(JsonNode made, String header, String value) {
        return cookie(made).with(header, value).get(media(made));
    }

    private Http cookie(JsonNode made) {
        return new Http(port).with("Cookie", "causerie_share=" + token(made));
    }

    private static String media(JsonNode made) {
        return OPEN + made.path("id").asString() + "/media/";
    }

    private static String token(JsonNode made) {
        return made.path("link").asString().split("#", 2)[1];
    }

    private String shares() {
        return "/api/v1.0/recordings/" + id + "/shares/";
    }

    private String key() {
        return "recordings/" + id + ".mp4";
    }
}
