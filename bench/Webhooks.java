import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Prints signed events as LiveKit sends them, each somebody else's arrival: {@code java Webhooks.java count key secret room}, a token and a body a line. */
final class Webhooks {

    public static void main(String[] args) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(args[2].getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var sha256 = MessageDigest.getInstance("SHA-256");
        long now = System.currentTimeMillis() / 1000;
        var url = Base64.getUrlEncoder().withoutPadding();
        var head = url.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        try (var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII))) {
            for (int i = Integer.parseInt(args[0]); i > 0; i--) {
                var body = "{\"event\":\"participant_joined\",\"id\":\"EV_" + UUID.randomUUID() + "\",\"createdAt\":\"" + now + "\",\"room\":{\"sid\":\"RM_bench\",\"name\":\""
                        + args[3] + "\"},\"participant\":{\"sid\":\"PA_bench\",\"identity\":\"" + UUID.randomUUID()
                        + "\",\"state\":\"ACTIVE\",\"joinedAt\":\"" + now + "\",\"name\":\"Somebody\",\"version\":3}}";
                var hash = Base64.getEncoder().encodeToString(sha256.digest(body.getBytes(StandardCharsets.US_ASCII)));
                var claims = "{\"iss\":\"" + args[1] + "\",\"nbf\":" + now + ",\"exp\":" + (now + 3600) + ",\"sha256\":\"" + hash + "\"}";
                var signed = head + "." + url.encodeToString(claims.getBytes(StandardCharsets.US_ASCII));
                out.write(signed + "." + url.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))) + "\t" + body + "\n");
            }
        }
    }
}
