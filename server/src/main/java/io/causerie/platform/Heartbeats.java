package io.causerie.platform;

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

    Heartbeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The process answers; touches nothing. */
    @RequestMapping({"/__lbheartbeat__", "/__lbheartbeat__/"})
    ResponseEntity<Void> alive() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).build();
    }

    /** The database answers. */
    @RequestMapping({"/__heartbeat__", "/__heartbeat__/"})
    ResponseEntity<Map<String, String>> ready() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(Map.of("status", "ok"));
        } catch (RuntimeException e) {
            return ResponseEntity.status(500).body(Map.of("status", "error"));
        }
    }
}
