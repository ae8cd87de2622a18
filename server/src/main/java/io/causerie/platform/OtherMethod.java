package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Answers a request to a path of the API that does not offer its method: {@code OPTIONS} with a description, anything else with 405. */
final class OtherMethod extends HandlerMethod {

    private static final Method ANSWER =
            Objects.requireNonNull(ReflectionUtils.findMethod(Answer.class, "answer", HttpServletRequest.class));

    private final Endpoint endpoint;

    /** {@code deciding}: the handlers of the path whose rule on callers holds for this request, too. */
    OtherMethod(List<HandlerMethod> deciding) {
        super(new Answer(), ANSWER);
        this.endpoint = new Endpoint(deciding);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public HandlerMethod createWithResolvedBean() {
        return this;
    }

    static final class Answer {

        ResponseEntity<Description> answer(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
            if (!request.getMethod().equals("OPTIONS")) {
                throw new HttpRequestMethodNotSupportedException(request.getMethod());
            }
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Description.of(request));
        }
    }

    /** What {@code OPTIONS} tells (contract 01, section 4). */
    record Description(String name, String description, List<String> renders, List<String> parses) {

        static Description of(HttpServletRequest request) {
            var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            var subject = List.of(pattern.split("/")).stream()
                    .skip(3)
                    .filter(it -> !it.startsWith("{"))
                    .map(it -> it.replace('-', ' '))
                    .map(it -> StringUtils.capitalize(it.toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(" "));
            return new Description(
                    subject.isEmpty() ? "Api Root" : subject,
                    "",
                    List.of("application/json"),
                    List.of("application/json", "multipart/form-data"));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
