package io.causerie.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Leads every spelling of an API path to the canonical one, where there is one (contract 01, sections 1.1 and 1.3): a path without its final slash by a
 * redirect, a path with a format suffix such as {@code users/me.json} at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CanonicalPath extends HttpFilter {

    private static final Pattern SUFFIXED = Pattern.compile("(/api/v1\\.0/(?:[^/]+/)*[^/.]+)\\.([a-z0-9]+)/?");
    private static final int PREFIX = "/api/v1.0/".length();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile List<PathPattern> patterns = List.of();

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
            chain.doFilter(path.lastIndexOf('.') < PREFIX ? request : withoutSuffix(request, path), response);
        }
    }

    private static boolean lacksSlash(String path) {
        return !path.endsWith("/") && (path.startsWith("/api/") || path.startsWith("/external-api/"));
    }

    private HttpServletRequest withoutSuffix(HttpServletRequest request, String path) {
        var parts = SUFFIXED.matcher(path);
        if (!parts.matches() || known(path) || !known(parts.group(1) + "/")) {
            return request;
        }
        request.setAttribute(Negotiation.SUFFIX, parts.group(2));
        return new Renamed(request, parts.group(1) + "/");
    }

    private boolean known(String path) {
        if (patterns.isEmpty()) {
            patterns = mappings.orderedStream()
                    .flatMap(it -> it.getHandlerMethods().keySet().stream())
                    .flatMap(it -> Objects.requireNonNull(it.getPathPatternsCondition()).getPatterns().stream())
                    .filter(it -> ApiMapping.api(it.getPatternString()))
                    .toList();
        }
        var parsed = PathContainer.parsePath(path);
        return path.indexOf(';') < 0 && patterns.stream().anyMatch(it -> it.matches(parsed));
    }

    /** The request, as if it had been sent to the canonical path; links around a page keep the address that was sent. */
    private static final class Renamed extends HttpServletRequestWrapper {

        private final String path;

        Renamed(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
