package io.causerie.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.livekit.AccessTokens.Bearer;
import io.causerie.livekit.AccessTokens.Participant;
import io.causerie.platform.ApiException;
import io.causerie.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AccessTokensTests {

    private static final String ROOM = "5d0d0a0e-3f5d-4f0f-9d3f-2d1f0c9b8a77";
    private static final long NOW = 1_790_000_000;
    private static final List<String> ALL = List.of("camera", "microphone", "screen_share", "screen_share_audio");

    private static final TokenProperties USUAL = new TokenProperties(Duration.ofHours(6), true);

    private final Hs256 hs256 = hs256("devkey", "secret");
    private final AccessTokens tokens = tokens("devkey", "secret");

    @Test
    void sayWhatTheContractSaysByteForByte() {
        var token = tokens.participant(
                new Participant(ROOM, "jane-sub", "Jane Roe", null, true, ALL, "hsl(311, 68%, 44%)"));

        assertThat(part(token, 0)).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(part(token, 1))
                .isEqualTo("{\"iss\":\"devkey\",\"sub\":\"jane-sub\",\"name\":\"Jane Roe\",\"nbf\":1790000000,"
                        + "\"exp\":1790021600,\"video\":{\"room\":\"" + ROOM
                        + "\",\"roomJoin\":true,\"roomAdmin\":false,"
                        + "\"canPublish\":true,\"canPublishSources\":[\"camera\",\"microphone\",\"screen_share\","
                        + "\"screen_share_audio\"],\"canPublishData\":true,\"canSubscribe\":true,"
                        + "\"canUpdateOwnMetadata\":false},\"attributes\":{\"color\":\"hsl(311, 68%, 44%)\","
                        + "\"room_role\":null,\"is_authenticated\":\"true\"}}");
    }

    @Test
    void makeAnOwnerAnAdministratorOfTheRoom() {
        var token = tokens.participant(new Participant(ROOM, "ana", "Ana", "owner", true, ALL, null));

        assertThat(part(token, 1)).contains("\"roomAdmin\":true", "\"room_role\":\"owner\"");
    }

    @Test
    void closePublishingWhenNoSourceIsAllowed() {
        var token = tokens.participant(new Participant(ROOM, "alice", "Alice", "member", false, List.of(), null));

        assertThat(part(token, 1))
                .contains("\"canPublish\":false,\"canPublishSources\":[]", "\"color\":\"hsl(311, 68%, 44%)\"");
    }

    @Test
    void allowWhatTheServerAllowsWhenTheRoomSaysNothing() {
        var untidy = new LiveKitProperties(
                "devkey", new Secret("secret"), "", true, List.of(" Camera", "", "microphone "), null, "x", List.of());
        var tokens = new HmacAccessTokens(untidy, USUAL, hs256, clock());

        var credentials = tokens.credentials(new Participant(ROOM, "alice", "Alice", null, false, null, null));

        assertThat(part(credentials.token(), 1)).contains("\"canPublishSources\":[\"camera\",\"microphone\"]");
        assertThat(credentials.room()).isEqualTo(ROOM);
        assertThat(credentials.url()).isNull();
    }

    @Test
    void neverNameAnEmptyRoomOrIdentity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.participant(new Participant("", "a", "A", null, false, ALL, null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.participant(new Participant(ROOM, "", "A", null, false, ALL, null)));
    }

    @Test
    void liveAsLongAsTheOperatorSays() {
        var brief = new HmacAccessTokens(
                properties("devkey", "secret", List.of()),
                new TokenProperties(Duration.ofMinutes(10), true),
                hs256,
                clock());

        assertThat(part(brief.participant(new Participant(ROOM, "a", "A", null, false, ALL, null)), 1))
                .contains("\"nbf\":1790000000,\"exp\":1790000600,");
    }

    @Test
    void hideTheRecorderAndShowThatItRecords() {
        var token = tokens.recorder(ROOM, "recorder-1", Duration.ofMinutes(5));

        assertThat(part(token, 1))
                .contains("\"hidden\":true,\"recorder\":true", "\"canPublish\":false", "\"canSubscribe\":true")
                .contains("\"exp\":" + (NOW + 300));
    }

    @Test
    void areBelievedWithTheSchemeInAnyCase() {
        var token = tokens.participant(new Participant(ROOM, "anon-1", "A", null, false, ALL, null));

        assertThat(tokens.bearer("bEARER " + token)).contains(new Bearer("anon-1", ROOM));
        assertThat(tokens.bearer(null)).isEmpty();
    }

    @Test
    void openNoRoomWithoutAVideoClaim() {
        assertThat(tokens.bearer("Bearer " + hs256.sign(Map.of("iss", "devkey", "sub", "x"))))
                .contains(new Bearer("x", null));
    }

    @Test
    void areGoodForAMinuteMoreThanTheySay() {
        assertThat(tokens.bearer(signed(Map.of("exp", NOW - 59)))).isPresent();
        assertThat(tokens.bearer(signed(Map.of("nbf", NOW + 60)))).isPresent();
        assertRefused(signed(Map.of("exp", NOW - 60)), "Invalid LiveKit token: Signature has expired");
        assertRefused(signed(Map.of("nbf", NOW + 61)), "Invalid LiveKit token: The token is not yet valid (nbf)");
    }

    @Test
    void areRefusedFromAnotherIssuerOrForAnotherAudience() {
        assertRefused(signed(Map.of("iss", "other")), "Invalid LiveKit token: Invalid issuer");
        assertRefused(
                "Bearer " + hs256.sign(Map.of("sub", "x")),
                "Invalid LiveKit token: Token is missing the \"iss\" claim");
        assertRefused(signed(Map.of("aud", "us")), "Invalid LiveKit token: Invalid audience");
        assertRefused(signed(Map.of("sub", "")), "Invalid LiveKit token: Token missing user identity");
    }

    @Test
    void areRefusedWithAnotherSignatureOrAlgorithm() {
        var forged = hs256("devkey", "other").sign(Map.of("iss", "devkey", "sub", "x"));
        var unsigned = encode("{\"alg\":\"none\"}") + "." + encode("{\"iss\":\"devkey\",\"sub\":\"x\"}") + ".";

        assertRefused("Bearer " + forged, "Invalid LiveKit token: Signature verification failed");
        assertRefused("Bearer " + unsigned, "Invalid LiveKit token: The specified alg value is not allowed");
        assertRefused("Bearer nonsense", "Invalid LiveKit token: Not enough segments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic abc", "Bearer a b", "abc"})
    void areRefusedInAMalformedHeader(String header) {
        assertRefused(header, "Authorization header must be: Bearer <token>");
    }

    @Test
    void believeAFormerKeyWhileKeysAreChanged() {
        var former = hs256("old", "old-secret").sign(Map.of("iss", "old", "sub", "x"));
        var changed = properties("devkey", "secret", List.of(new Secret("old:old-secret")));
        var during = new HmacAccessTokens(changed, USUAL, new Hs256(changed, JsonMapper.shared(), clock()), clock());

        assertThat(during.bearer("Bearer " + former)).contains(new Bearer("x", null));
        assertRefused("Bearer " + former, "Invalid LiveKit token: Signature verification failed");
    }

    private void assertRefused(String header, String message) {
        assertThatThrownBy(() -> tokens.bearer(header))
                .isInstanceOf(ApiException.Forbidden.class)
                .hasMessage(message);
    }

    private String signed(Map<String, Object> claims) {
        var all = new LinkedHashMap<String, Object>(Map.of("iss", "devkey", "sub", "someone"));
        all.putAll(claims);
        return "Bearer " + hs256.sign(all);
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AccessTokens tokens(String key, String secret) {
        return new HmacAccessTokens(properties(key, secret, List.of()), USUAL, hs256(key, secret), clock());
    }

    private static Hs256 hs256(String key, String secret) {
        return new Hs256(properties(key, secret, List.of()), JsonMapper.shared(), clock());
    }

    /** Regression: contract 03, section 24.2, item 5. */
    @Test
    void demotionLeavesLiveKitRights() {
        var careful = new HmacAccessTokens(
                properties("devkey", "secret", List.of()),
                new TokenProperties(Duration.ofHours(6), false),
                hs256,
                clock());
        var token = careful.participant(new Participant(ROOM, "jane-sub", "Jane Roe", "owner", true, ALL, null));

        assertThat(part(token, 1)).contains("\"roomAdmin\":false").contains("\"room_role\":\"owner\"");
    }

    private static LiveKitProperties properties(String key, String secret, List<Secret> former) {
        return new LiveKitProperties(key, new Secret(secret), null, true, ALL, null, "connection-test", former);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    }
}
