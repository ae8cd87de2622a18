package io.causerie.drill;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitWebhook.WebhookEvent;

/** Tells the server of egresses as LiveKit does, signed (contract 04, section 6), by a clock that may be off. */
final class EgressWebhooks {

    static final String KEY = "drill";
    static final String SECRET = "a secret of the drill, of nobody else";

    private static final String PATH = "/api/v1.0/rooms/webhooks-livekit/";

    private final Courier courier;
    private volatile Duration off = Duration.ZERO;

    EgressWebhooks(Courier courier) {
        this.courier = courier;
    }

    /** LiveKit's time. */
    Instant now() {
        return Clock.systemUTC().instant().plus(off);
    }

    void clock(Duration off) {
        this.off = off;
    }

    /** Tells of that egress, the {@code number}-th of the drill; returns at once. */
    void tell(String event, EgressInfo info, int number) {
        var body = body(event, info);
        courier.bring(
                number + " " + event + " " + info.getStatus(),
                event + " " + info.getEgressId(),
                PATH,
                () -> token(body),
                body);
    }

    private byte[] body(String event, EgressInfo info) {
        var told = WebhookEvent.newBuilder()
                .setId("EV_" + UUID.randomUUID())
                .setEvent(event)
                .setCreatedAt(now().getEpochSecond())
                .setEgressInfo(info.toBuilder().clearRoomComposite())
                .build();
        try {
            return JsonFormat.printer().print(told).getBytes(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(byte[] body) {
        long now = now().getEpochSecond();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            var claims = "{\"iss\":\"%s\",\"nbf\":%d,\"exp\":%d,\"sha256\":\"%s\"}"
                    .formatted(KEY, now, now + 300, Base64.getEncoder().encodeToString(digest));
            var signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return part(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
