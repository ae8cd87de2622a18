package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Writes every error body, from one sealed type (contract 01, section 3). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<Object> api(ApiException e) {
        return switch (e) {
            case ApiException.NotFound it -> answer(404, detail(it));
            case ApiException.Forbidden it -> answer(403, detail(it));
            case ApiException.Unauthenticated it ->
                ResponseEntity.status(401)
                        .header(HttpHeaders.WWW_AUTHENTICATE, it.challenge)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(detail(it));
            case ApiException.Invalid it -> answer(400, it.body);
            case ApiException.Failed it -> answer(it.status, Map.of("error", it.text()));
            case ApiException.Refused it -> answer(it.status, detail(it));
            case ApiException.Suspicious it -> suspicious(it.text());
            case ApiException.Throttled it -> throttled(it);
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> databaseGone(CannotGetJdbcConnectionException e) {
        return unavailable();
    }

    @ExceptionHandler
    ResponseEntity<Object> databaseGone(DataAccessResourceFailureException e) {
        return unavailable();
    }

    @ExceptionHandler
    ResponseEntity<Object> databaseGone(CannotCreateTransactionException e) {
        return unavailable();
    }

    @ExceptionHandler
    ResponseEntity<Object> redisGone(RedisDown e) {
        return answer(503, Map.of("detail", Words.UNAVAILABLE.say()));
    }

    /** A query or form that is no UTF-8, or too much of it. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException e) {
        return suspicious("unreadable parameters");
    }

    /** Whoever asked is gone: nobody reads an answer. */
    @ExceptionHandler
    void gone(ClientAbortException e) {
        log.debug("a client went away before its answer");
    }

    /** Passes it on to the container, which breaks the connection off. */
    @ExceptionHandler
    void brokenOff(AnswerBrokenOff e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return page(500, "Server Error (500)");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(405)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", Words.METHOD.say(e.getMethod())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var type = e.getContentType() == null ? "" : e.getContentType().toString();
        return answer(415, Map.of("detail", Words.MEDIA_TYPE.say(type)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var text = status.value() == 404 ? Words.NOT_FOUND.say() : Words.BAD_REQUEST.say();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", text));
    }

    private static ResponseEntity<Object> throttled(ApiException.Throttled e) {
        var answer = ResponseEntity.status(429).contentType(MediaType.APPLICATION_JSON);
        if (e.seconds != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(e.seconds));
        }
        return answer.body(detail(e));
    }

    private static ResponseEntity<Object> unavailable() {
        log.error("the database does not answer");
        return answer(503, Map.of("detail", Words.UNAVAILABLE.say()));
    }

    private static ResponseEntity<Object> suspicious(String reason) {
        log.warn("refused a suspicious request: {}", reason);
        return page(400, "Bad Request (400)");
    }

    private static ResponseEntity<Object> page(int status, String title) {
        return ResponseEntity.status(status)
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(HtmlPages.error(title));
    }

    private static Map<String, String> detail(ApiException e) {
        return Map.of("detail", e.text());
    }

    private static ResponseEntity<Object> answer(int status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
