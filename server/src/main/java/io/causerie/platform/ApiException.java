package io.causerie.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure a client is told about; each kind has its one status and body (contract 01, section 3). */
public abstract sealed class ApiException extends RuntimeException {

    private ApiException(String message) {
        super(message, null, false, false);
    }

    /** The text a client reads. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** 404 {@code {"detail": ...}}. */
    public static final class NotFound extends ApiException {
        public NotFound(String detail) {
            super(detail);
        }

        /** A feature that is off, an id that is no id: nothing more is told. */
        public NotFound() {
            this(Words.NOT_FOUND.say());
        }

        /** A look-up by a well-formed key that found nothing; {@code model} is the field's word, such as {@code Room}. */
        public static NotFound no(String model) {
            return new NotFound(Words.NO_MATCH.say(model));
        }
    }

    /** 401 with {@code WWW-Authenticate}, {@code {"detail": ...}}. */
    public static final class Unauthenticated extends ApiException {
        final String challenge;

        public Unauthenticated(String challenge, String detail) {
            super(detail);
            this.challenge = challenge;
        }

        /** No session where one is needed. */
        public Unauthenticated() {
            this("Session", Words.UNAUTHENTICATED.say());
        }
    }

    /** 403 {@code {"detail": ...}}. */
    public static final class Forbidden extends ApiException {
        public Forbidden(String detail) {
            super(detail);
        }

        public Forbidden() {
            this(Words.FORBIDDEN.say());
        }

        /** Nobody, where a token is needed: no browser should ask for a password. */
        public static Forbidden unauthenticated() {
            return new Forbidden(Words.UNAUTHENTICATED.say());
        }
    }

    /** 400 with one message list per field; nested values are allowed where the contract has them. */
    public static final class Invalid extends ApiException {
        final transient Object body;

        private Invalid(Object body) {
            super("invalid request");
            this.body = body;
        }

        public static Invalid fields(Map<String, ?> errors) {
            return new Invalid(errors);
        }

        public static Invalid field(String field, String message) {
            return new Invalid(Map.of(field, List.of(message)));
        }

        public static Invalid detail(String detail) {
            return new Invalid(Map.of("detail", detail));
        }

        /** Any other literal body a contract gives for a 400. */
        public static Invalid body(Object body) {
            return new Invalid(body);
        }
    }

    /** Any status with the second body shape, {@code {"error": ...}}. */
    public static final class Failed extends ApiException {
        final int status;

        public Failed(int status, String error) {
            super(error);
            this.status = status;
        }

        public static Failed conflict(String error) {
            return new Failed(409, error);
        }

        public static Failed badGateway(String error) {
            return new Failed(502, error);
        }
    }

    /** Any status with {@code {"detail": ...}} that has no kind of its own: 406, 410, 413, 415, 503. */
    public static final class Refused extends ApiException {
        final int status;

        public Refused(int status, String detail) {
            super(detail);
            this.status = status;
        }
    }

    /** 400 with a short page instead of a message: nobody's client sends such a request by mistake. */
    public static final class Suspicious extends ApiException {
        /** {@code reason}: for the log. */
        public Suspicious(String reason) {
            super(reason);
        }
    }

    /** 429 with {@code Retry-After}. */
    public static final class Throttled extends ApiException {
        final @Nullable Integer seconds;

        /** {@code seconds}: how long to wait, null when unknown. */
        public Throttled(@Nullable Integer seconds) {
            super(seconds == null ? Words.THROTTLED.say() : Words.THROTTLED_FOR.say(seconds));
            this.seconds = seconds;
        }
    }
}
