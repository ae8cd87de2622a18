package io.causerie.drill;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitWebhook.WebhookEvent;

/** Tells the server of egresses as LiveKit does: signed, a few times until it is understood, each with a fate of its own, by a clock that may be off. */
final class EgressWebhooks implements AutoCloseable {

    static final String KEY = "drill";
    static final String SECRET = "a secret of the drill, of nobody else";

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI address;
    private final Dice dice;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile Duration off = Duration.ZERO;
    private volatile boolean calm;

    EgressWebhooks(URI server, Dice dice) {
        this.address = server.resolve("/api/v1.0/rooms/webhooks-livekit/");
        this.dice = dice;
    }

    /** LiveKit's time. */
    Instant now() {
        return Clock.systemUTC().instant().plus(off);
    }

    void clock(Duration off) {
        this.off = off;
    }

    /** From now on all of them arrive, once and in time. */
    void calm() {
        calm = true;
        off = Duration.ZERO;
    }

    int sent() {
        return sent.get();
    }

    int lost() {
        return lost.get();
    }

    /** Tells of that egress, the {@code number}-th of the drill; returns at once. */
    void tell(String event, EgressInfo info, int number) {
        var fate = calm ? WebhookFate.NONE : WebhookFate.of(dice, number + " " + event + " " + info.getStatus());
        if (fate.lost()) {
            lost.incrementAndGet();
            return;
        }
        var body = body(event, info);
        Thread.ofVirtual().start(() -> deliver(body, fate.late()));
        if (fate.again().isPositive()) {
            Thread.ofVirtual().start(() -> deliver(body, fate.late().plus(fate.again())));
        }
    }

    private void deliver(byte[] body, Duration late) {
        Loopback.pause(late);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (understood(body) || !Loopback.pause(Duration.ofMillis(500L << attempt))) {
                return;
            }
        }
        lost.incrementAndGet();
    }

    private boolean understood(byte[] body) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(LONGEST)
                    .header("Content-Type", "application/webhook+json")
                    .header("Authorization", token(body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            sent.incrementAndGet();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
            var hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
            var signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                    + "."
                    + part("{\"iss\":\"%s\",\"nbf\":%d,\"exp\":%d,\"sha256\":\"%s\"}"
                            .formatted(KEY, now, now + 300, hash));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
