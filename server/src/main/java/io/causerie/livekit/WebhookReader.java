package io.causerie.livekit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.causerie.livekit.Hs256.BadToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import livekit.LivekitWebhook.WebhookEvent;
import org.springframework.stereotype.Component;

/** Believes a webhook only if LiveKit signed its token, and the token its body (contract 03, section 15.1). */
@Component
class WebhookReader {

    private static final int LARGEST = 2_621_440;
    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

    private final Hs256 tokens;

    WebhookReader(Hs256 tokens) {
        this.tokens = tokens;
    }

    /** A webhook that is not to be believed, or cannot be read. */
    static final class BadWebhook extends Exception {
        BadWebhook(String message) {
            super(message, null, false, false);
        }
    }

    /** What LiveKit tells, and a name under which the same message is known again; empty when it has none. */
    record Message(WebhookEvent event, String id) {}

    /** Checks the token before a byte of the body is read, and its hash before one is understood; {@code announced} is its length as far as known. */
    Message read(String token, long announced, InputStream body) throws BadWebhook, IOException {
        var expected = expectedHash(token);
        var bytes = announced > LARGEST ? new byte[0] : body.readNBytes(LARGEST + 1);
        if (announced > LARGEST || bytes.length > LARGEST) {
            throw new BadWebhook("larger than " + LARGEST + " bytes");
        }
        var hash = sha256(bytes);
        if (!MessageDigest.isEqual(hash, expected)) {
            throw new BadWebhook("the body is not what was signed");
        }
        var event = parse(bytes);
        // Not the event's id alone: whoever makes events up, as in tests of other servers, uses one for several.
        var id = event.getId().isEmpty()
                ? ""
                : event.getId() + "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return new Message(event, id);
    }

    private byte[] expectedHash(String token) throws BadWebhook {
        try {
            var hash = tokens.verify(token).path("sha256").asString("");
            return Base64.getDecoder().decode(hash);
        } catch (BadToken | IllegalArgumentException e) {
            throw new BadWebhook(String.valueOf(e.getMessage()));
        }
    }

    private static WebhookEvent parse(byte[] body) throws BadWebhook {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            var event = WebhookEvent.newBuilder();
            PARSER.merge(text.toString(), event);
            return event.build();
        } catch (CharacterCodingException | InvalidProtocolBufferException e) {
            throw new BadWebhook("the body is no webhook event");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
