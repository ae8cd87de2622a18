package io.causerie.platform;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;

/**
 * What a request is for: the handler that will answer it or, when its path does not offer its method, those of the path whose rule on callers it falls under.
 */
public record Endpoint(List<HandlerMethod> handlers) {

    /** Whether every way in asks for an argument of that type, such as a signed-in person. */
    public boolean demands(Class<?> argument) {
        return handlers.stream().allMatch(it -> takes(it, argument));
    }

    /** Whether some way in asks for an argument of that type. */
    public boolean asks(Class<?> argument) {
        return handlers.stream().anyMatch(it -> takes(it, argument));
    }

    /** An annotation of the handler, or of the first of them that has it. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return handlers.stream()
                .map(it -> it.getMethodAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The controller, if it is of that type. */
    public <T> Optional<T> controller(Class<T> type) {
        var bean = handlers.getFirst().getBean();
        return type.isInstance(bean) ? Optional.of(type.cast(bean)) : Optional.empty();
    }

    private static boolean takes(HandlerMethod handler, Class<?> argument) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(argument);
    }
}
