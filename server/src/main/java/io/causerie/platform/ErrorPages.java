package io.causerie.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a failure that no handler told of, such as one of the servlet container (contract 01, section 3). */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("${spring.web.error.path}")
    ResponseEntity<String> page(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatus.resolve(code instanceof Integer known ? known : 404);
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        return ResponseEntity.status(known)
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(HtmlPages.error(title(known)));
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not Found";
            case INTERNAL_SERVER_ERROR -> "Server Error (500)";
            default -> status.getReasonPhrase() + " (" + status.value() + ")";
        };
    }
}
