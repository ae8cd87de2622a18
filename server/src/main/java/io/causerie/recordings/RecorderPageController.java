package io.causerie.recordings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The recorder page out of the bundled web app, also when this server shows another client's build to people. */
@RestController
class RecorderPageController {

    static final String PATH = "/api/v1.0/recorder/page/";

    private static final String BUILD = "META-INF/causerie-web/";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "wasm", "application/wasm", "woff2", "font/woff2");

    @GetMapping(PATH)
    ResponseEntity<String> page() throws IOException {
        var page = new ClassPathResource(BUILD + "recorder.html");
        if (!page.exists()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page.getContentAsString(StandardCharsets.UTF_8).replace("\"/assets/", "\"assets/"));
    }

    @GetMapping(PATH + "assets/{name:[A-Za-z0-9_-]+}.{extension:[a-z0-9]+}")
    ResponseEntity<Resource> asset(@PathVariable String name, @PathVariable String extension) {
        var asset = new ClassPathResource(BUILD + "assets/" + name + "." + extension);
        var type = TYPES.get(extension);
        if (type == null || !asset.exists()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(asset);
    }
}
