package io.causerie.platform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The methods of a path, as {@code Allow} lists them (contract 01, section 4). */
final class AllowedMethods {

    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private AllowedMethods() {}

    /** What a mapping offers; one that names no method offers all of them itself. */
    static Set<String> of(RequestMappingInfo info, HandlerMethod handler) {
        var named = new HashSet<String>();
        info.getMethodsCondition().getMethods().forEach(it -> named.add(it.name()));
        if (named.contains("GET") && !handler.hasMethodAnnotation(GetOnly.class)) {
            named.add("HEAD");
        }
        named.add("OPTIONS");
        return named;
    }

    static String header(Collection<String> methods) {
        return String.join(", ", ORDER.stream().filter(methods::contains).toList());
    }
}
