package io.causerie.rooms;

import io.causerie.platform.CauserieProperties;
import io.causerie.platform.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Browsers at the door of a room, known by the secret in their cookie (contract 03, sections 11 and 24.2, item 3). LiveKit, and so everybody in the meeting,
 * knows them by another value: half of it is random, so that two tabs do not put each other out; the other half is their mark in that room, which only this
 * server can make of the secret, and by which it finds the browser again (ADR 31).
 */
@Component
public class Guests {

    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BEHIND_VARIANT = 0x3fff_ffff_ffff_ffffL;
    private static final UUID NO_ROOM = new UUID(0, 0);

    private final String cookie;
    private final SecretKeySpec key;

    Guests(RoomProperties properties, CauserieProperties causerie) {
        this.cookie = properties.guestCookie();
        this.key = new SecretKeySpec(key(causerie.secretKey().value()), "HmacSHA256");
    }

    /** Who the browser says it is; empty when it says nothing, or what is no id. */
    public Optional<UUID> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var it : cookies) {
                if (it.getName().equals(cookie)) {
                    return it.getValue() == null ? Optional.empty() : Ids.lenient(it.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** A secret no browser has. */
    public UUID fresh() {
        long random = UUID.randomUUID().getMostSignificantBits();
        return new UUID(random, mark(NO_ROOM, new UUID(random, 0)));
    }

    /** Whether this server made that secret; others may be anything, such as a person's subject. */
    public boolean made(UUID guest) {
        return guest.getLeastSignificantBits() == mark(NO_ROOM, new UUID(guest.getMostSignificantBits(), 0));
    }

    /** Hands the browser its secret, until it is closed. */
    public void remember(HttpServletResponse response, UUID guest) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie + "=" + guest + "; Path=/; HttpOnly; Secure; SameSite=Lax");
    }

    /** By what LiveKit knows the browser in that room; another at each call, with the same mark. */
    public String identity(UUID room, UUID guest) {
        return new UUID(UUID.randomUUID().getMostSignificantBits(), mark(room, guest)).toString();
    }

    /** What all identities of that browser in that room have in common: their last 64 bits. */
    public long mark(UUID room, UUID guest) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(bytes(room));
            var hash = ByteBuffer.wrap(mac.doFinal(bytes(guest))).getLong();
            return hash & BEHIND_VARIANT | VARIANT;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Without a secret of the server the marks hold until it ends. */
    private static byte[] key(String secret) {
        try {
            if (secret.isEmpty()) {
                return new SecureRandom().generateSeed(32);
            }
            return MessageDigest.getInstance("SHA-256")
                    .digest(("causerie guests " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
