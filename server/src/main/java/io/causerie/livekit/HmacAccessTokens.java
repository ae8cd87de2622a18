package io.causerie.livekit;

import io.causerie.livekit.Hs256.BadToken;
import io.causerie.platform.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Access tokens in the members and order of contract 03, section 9. */
@Component
class HmacAccessTokens implements AccessTokens {

    private final LiveKitProperties properties;
    private final TokenProperties usual;
    private final Hs256 tokens;
    private final Clock clock;

    HmacAccessTokens(LiveKitProperties properties, TokenProperties usual, Hs256 tokens, Clock clock) {
        this.properties = properties;
        this.usual = usual;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Credentials credentials(Participant participant) {
        return credentials(participant, usual.life());
    }

    @Override
    public Credentials credentials(Participant participant, Duration life) {
        var url = properties.apiUrl();
        var token = participant(participant, life);
        return new Credentials(url == null || url.isEmpty() ? null : url, participant.room(), token);
    }

    @Override
    public List<String> defaultSources() {
        return properties.defaultSources();
    }

    @Override
    public String color(String identity) {
        return Colors.of(identity);
    }

    @Override
    public String participant(Participant participant) {
        return participant(participant, usual.life());
    }

    @Override
    public String participant(Participant it, Duration life) {
        var claims = claims(it.room(), it.identity(), it.name(), life);
        claims.put("video", grants(it));
        claims.put("attributes", attributes(it));
        return tokens.sign(claims);
    }

    @Override
    public String recorder(String room, String identity, Duration life) {
        var grants = new LinkedHashMap<String, Object>();
        grants.put("room", room);
        grants.put("roomJoin", true);
        grants.put("canPublish", false);
        grants.put("canPublishData", false);
        grants.put("canSubscribe", true);
        grants.put("hidden", true);
        grants.put("recorder", true);
        var claims = claims(room, identity, "Recorder", life);
        claims.put("video", grants);
        return tokens.sign(claims);
    }

    @Override
    public Optional<Bearer> bearer(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        var parts = authorization.strip().split("\\s+");
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Bearer")) {
            throw new ApiException.Forbidden("Authorization header must be: Bearer <token>");
        }
        try {
            return Optional.of(bearer(tokens.verify(parts[1])));
        } catch (BadToken e) {
            throw new ApiException.Forbidden("Invalid LiveKit token: " + e.getMessage());
        }
    }

    private static Bearer bearer(JsonNode claims) throws BadToken {
        var identity = claims.path("sub").asString("");
        if (identity.isEmpty()) {
            throw new BadToken("Token missing user identity");
        }
        var room = claims.path("video").path("room").asString("");
        return new Bearer(identity, room.isEmpty() ? null : room);
    }

    private Map<String, Object> claims(String room, String identity, String name, Duration life) {
        if (room.isEmpty() || identity.isEmpty()) {
            throw new IllegalArgumentException("a token needs a room and an identity");
        }
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", properties.apiKey());
        claims.put("sub", identity);
        claims.put("name", name);
        claims.put("nbf", now);
        claims.put("exp", now + life.toSeconds());
        return claims;
    }

    private Map<String, Object> grants(Participant it) {
        var sources = it.sources() == null ? properties.defaultSources() : it.sources();
        var grants = new LinkedHashMap<String, Object>();
        grants.put("room", it.room());
        grants.put("roomJoin", true);
        grants.put("roomAdmin", usual.roomAdmin() && ("owner".equals(it.role()) || "administrator".equals(it.role())));
        grants.put("canPublish", !sources.isEmpty());
        grants.put("canPublishSources", sources);
        grants.put("canPublishData", true);
        grants.put("canSubscribe", true);
        grants.put("canUpdateOwnMetadata", false);
        return grants;
    }

    private static Map<String, @Nullable Object> attributes(Participant it) {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        attributes.put("color", it.color() == null ? Colors.of(it.identity()) : it.color());
        attributes.put("room_role", it.role());
        attributes.put("is_authenticated", String.valueOf(it.authenticated()));
        return attributes;
    }
}
