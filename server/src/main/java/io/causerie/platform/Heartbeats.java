package io.causerie.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What orchestrators probe (contract 01, section 16). */
@RestController
class Heartbeats {

    private final JdbcClient jdbc;
    private final CauserieProperties causerie;

    Heartbeats(JdbcClient jdbc, CauserieProperties causerie) {
        this.jdbc = jdbc;
        this.causerie = causerie;
    }

    /** The process answers; touches nothing. */
    @RequestMapping({"/__lbheartbeat__", "/__lbheartbeat__/"})
    ResponseEntity<Void> alive() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).build();
    }

    /** The database answers; developers are told which checks there were. */
    @RequestMapping({"/__heartbeat__", "/__heartbeat__/"})
    ResponseEntity<Map<String, Object>> ready() {
        var status = status();
        Map<String, Object> body = new LinkedHashMap<>(Map.of("status", status));
        if (causerie.development()) {
            body.put("checks", Map.of("database", status));
            body.put("details", Map.of());
        }
        return ResponseEntity.status(status.equals("ok") ? 200 : 500).body(body);
    }

    /** What was built, if the build has left a word of it. */
    @RequestMapping({"/__version__", "/__version__/"})
    ResponseEntity<byte[]> version() throws IOException {
        try (var file = Heartbeats.class.getResourceAsStream("/version.json")) {
            return file == null
                    ? ResponseEntity.status(404)
                            .contentType(MediaType.TEXT_HTML)
                            .body("version.json not found".getBytes(StandardCharsets.UTF_8))
                    : ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(file.readAllBytes());
        }
    }

    private String status() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return "ok";
        } catch (RuntimeException e) {
            return "error";
        }
    }
}
