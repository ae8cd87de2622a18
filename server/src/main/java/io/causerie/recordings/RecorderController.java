package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What recorder pages ask and send. Opened by a one-time code, then by an upload token, each good for one recording. */
@RestController
@RequestMapping("/api/v1.0/recorder")
class RecorderController {

    private static final int LARGEST_CHUNK = 64 << 20;
    private static final Pattern DIGEST = Pattern.compile("(?i)(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,50}");
    /** Reasons for which the page ends a recording itself, and leaves the room. */
    static final Set<String> ENDINGS = Set.of("stopped", "room_empty", "limit_reached", "room_closed", "disconnected");

    private final RecorderClaims claims;
    private final RecorderUploads uploads;

    RecorderController(RecorderClaims claims, RecorderUploads uploads) {
        this.claims = claims;
        this.uploads = uploads;
    }

    @PostMapping("/claim/")
    RecorderTask claim(Body body) {
        var input = body.read();
        var code = input.requiredText("code", 100);
        input.verify();
        return claims.claim(code);
    }

    @PutMapping("/chunks/{number}/")
    ResponseEntity<Object> chunk(
            @PathVariable int number,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            HttpServletRequest request) {
        var session = session(authorization);
        if (session.closed()) {
            throw new ApiException.Refused(410, "This recording is over.");
        }
        var chunk = read(request);
        var hash = RecorderSecrets.hash(chunk);
        if (!Arrays.equals(hash, announced(digest))) {
            throw ApiException.Invalid.detail("The chunk does not have the digest that was announced.");
        }
        return switch (uploads.take(session.recordingId(), number, chunk, hash)) {
            case RecorderUploads.Receipt.Taken taken -> ResponseEntity.ok(taken);
            case RecorderUploads.Receipt.Unexpected unexpected ->
                ResponseEntity.status(409).body(unexpected);
        };
    }

    @PostMapping("/events/")
    Map<String, String> event(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization, Body body) {
        var session = session(authorization);
        var input = body.read();
        var type = input.requiredText("type", 20);
        var reason = word(input.node("reason").map(it -> it.asString("")).orElse(""));
        input.verify();
        switch (type) {
            case "started" -> uploads.started(session.recordingId());
            case "warning" -> uploads.warned(session, reason);
            case "failed" -> uploads.failed(session, reason);
            default -> throw ApiException.Invalid.field("type", Words.CHOICE.say(word(type)));
        }
        return Map.of("status", "success");
    }

    @PostMapping("/finish/")
    Map<String, String> finish(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization, Body body) {
        var session = session(authorization);
        var input = body.read();
        var reason = input.requiredText("reason", 50);
        input.verify();
        if (!ENDINGS.contains(reason)) {
            throw ApiException.Invalid.field("reason", Words.CHOICE.say(word(reason)));
        }
        uploads.finished(
                session, reason, input.node("chunks").map(it -> it.asInt(-1)).orElse(-1));
        return Map.of("status", "success");
    }

    private RecorderSession session(@Nullable String authorization) {
        var token = Optional.ofNullable(authorization)
                .filter(it -> it.startsWith("Bearer "))
                .map(it -> it.substring("Bearer ".length()));
        return uploads.authorized(token.orElse(""));
    }

    private static byte[] read(HttpServletRequest request) {
        try {
            if (request.getContentLengthLong() > LARGEST_CHUNK) {
                throw ApiException.Invalid.detail("The chunk is too large.");
            }
            var chunk = request.getInputStream().readNBytes(LARGEST_CHUNK + 1);
            if (chunk.length == 0 || chunk.length > LARGEST_CHUNK) {
                throw ApiException.Invalid.detail("The chunk is " + (chunk.length == 0 ? "empty." : "too large."));
            }
            return chunk;
        } catch (IOException e) {
            throw ApiException.Invalid.detail("The chunk cannot be read.");
        }
    }

    /** The SHA-256 of {@code Content-Digest} (RFC 9530); empty when there is none. */
    private static byte[] announced(@Nullable String header) {
        var match = DIGEST.matcher(header == null ? "" : header);
        return match.find() ? Base64.getDecoder().decode(match.group(1)) : new byte[0];
    }

    /** Only plain words get into the timeline. */
    private static String word(String text) {
        return WORD.matcher(text).matches() ? text : "unknown";
    }
}
