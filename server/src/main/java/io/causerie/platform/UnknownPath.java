package io.causerie.platform;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paths below the API that nothing answers: an HTML 404, never the web client's page (contract 01, section 3). */
@RestController
class UnknownPath {

    @RequestMapping({"/api/**", "/external-api/**", "/admin/**", "/static/**"})
    ResponseEntity<String> nothing() {
        return ResponseEntity.status(404).contentType(MediaType.TEXT_HTML).body(HtmlPages.error("Not Found"));
    }
}
