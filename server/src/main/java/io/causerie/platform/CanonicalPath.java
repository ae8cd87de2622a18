package io.causerie.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Sends API calls without their final slash to the path that has it, where there is one (contract 01, section 1.1). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CanonicalPath extends HttpFilter {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile List<PathPattern> slashed = List.of();

    CanonicalPath(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        if (lacksSlash(path) && known(path + "/")) {
            var query = request.getQueryString();
            response.setStatus(301);
            response.setContentType("text/html;charset=utf-8");
            response.setHeader("Location", path + "/" + (query == null ? "" : "?" + query));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean lacksSlash(String path) {
        return (path.startsWith("/api/") || path.startsWith("/external-api/")) && !path.endsWith("/");
    }

    private boolean known(String path) {
        if (slashed.isEmpty()) {
            slashed = mappings.orderedStream()
                    .flatMap(it -> it.getHandlerMethods().keySet().stream())
                    .flatMap(it -> Objects.requireNonNull(it.getPathPatternsCondition()).getPatterns().stream())
                    .filter(it -> it.getPatternString().endsWith("/"))
                    .toList();
        }
        var parsed = PathContainer.parsePath(path);
        return slashed.stream().anyMatch(it -> it.matches(parsed));
    }
}
