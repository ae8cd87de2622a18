package io.causerie.livekit;

import io.causerie.livekit.WebhookReader.BadWebhook;
import io.causerie.platform.HtmlPages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where LiveKit reports what happens in its rooms (contract 03, section 15). */
@RestController
@RequestMapping("/api/v1.0/rooms/webhooks-livekit/")
class WebhookController {

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    private final WebhookReader reader;
    private final Webhooks webhooks;

    WebhookController(WebhookReader reader, Webhooks webhooks) {
        this.reader = reader;
        this.webhooks = webhooks;
    }

    /** Any content type; the token stands bare in {@code Authorization}. */
    @PostMapping
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        var token = request.getHeader("Authorization");
        if (token == null || token.isEmpty()) {
            return answer(401, "error");
        }
        try {
            return switch (webhooks.receive(
                    reader.read(token, request.getContentLengthLong(), request.getInputStream()))) {
                case HANDLED, IGNORED -> answer(200, "success");
                case UNKNOWN -> answer(422, "error");
                case FAILED ->
                    ResponseEntity.status(500)
                            .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                            .body(HtmlPages.error("Server Error (500)"));
            };
        } catch (BadWebhook e) {
            log.warn("refused a webhook: {}", e.getMessage());
            return answer(400, "error");
        }
    }

    private static ResponseEntity<Object> answer(int status, String word) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", word));
    }
}
