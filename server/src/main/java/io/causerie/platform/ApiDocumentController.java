package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API told to those who write clients (contract 01, section 17); where it is off, these paths do not exist. */
@RestController
class ApiDocumentController {

    private static final String OPENAPI = "application/vnd.oai.openapi+json";

    private final ApiDocument document;
    private final boolean told;

    ApiDocumentController(ApiDocument document, ApiDocumentProperties properties, CauserieProperties causerie) {
        this.document = document;
        this.told = properties.told(causerie.configuration());
    }

    @GetMapping(path = "/api/v1.0/swagger.json", produces = OPENAPI)
    ResponseEntity<?> document(HttpServletRequest request) {
        if (!told) {
            return nothing();
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean plain = accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, plain ? MediaType.APPLICATION_JSON_VALUE : OPENAPI)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"Meet API (v1.0).json\"")
                .body(document.json());
    }

    @GetMapping(
            path = {"/api/v1.0/swagger/", "/api/v1.0/redoc/"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<?> page() {
        if (!told) {
            return nothing();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .body(new ClassPathResource("api-document.html", ApiDocument.class));
    }

    private static ResponseEntity<String> nothing() {
        return ResponseEntity.status(404)
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .body(HtmlPages.error("Not Found"));
    }
}
