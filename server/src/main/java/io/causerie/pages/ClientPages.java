package io.causerie.pages;

import io.causerie.platform.HtmlPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpRequestHandler;

/**
 * Serves the web client: its files as they are, and its page for every path that is none (contract 06, section 12). Paths of the server's own are never
 * answered with the page.
 */
class ClientPages implements HttpRequestHandler {

    private static final List<String> RESERVED = List.of(
            "/api/", "/external-api/", "/admin/", "/static/", "/media/", "/oauth2/", "/.well-known/openid", "/__");

    private final ClientFiles files;
    private final boolean bundled;
    private final PageHeaders headers;

    ClientPages(ClientFiles files, PageHeaders headers) {
        this.files = files;
        this.bundled = files instanceof ClientFiles.Bundled;
        this.headers = headers;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request.getRequestURI());
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (path.isEmpty() || !read || reserved(path.get())) {
            notFound(response);
            return;
        }
        serve(path.get(), request, response);
    }

    /** A room may be called administration. */
    private static boolean reserved(String path) {
        return path.equals("/admin") || RESERVED.stream().anyMatch(path::startsWith);
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = path.endsWith("/") ? Optional.<Resource>empty() : files.find(path);
        if (file.isEmpty() && path.startsWith("/assets/")) {
            notFound(response);
            return;
        }
        var name = file.isPresent() ? path : "/index.html";
        if (name.endsWith(".html")) {
            headers.write(path, response);
        } else {
            response.setHeader("Cache-Control", caching(name));
        }
        send(name, request, response);
    }

    private void send(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        for (var encoding : List.of("br", "gzip")) {
            var packed = files.find(name + (encoding.equals("br") ? ".br" : ".gz"));
            if (accepted.contains(encoding) && packed.isPresent()) {
                response.setHeader("Content-Encoding", encoding);
                response.setHeader("Vary", "Accept-Encoding");
                write(name, packed.get(), response);
                return;
            }
        }
        var plain = files.find(name);
        if (plain.isPresent()) {
            write(name, plain.get(), response);
        } else {
            notFound(response);
        }
    }

    private static void write(String name, Resource file, HttpServletResponse response) throws IOException {
        response.setContentType(ContentTypes.of(name));
        response.setContentLengthLong(file.contentLength());
        try (var in = file.getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private String caching(String name) {
        if (!name.startsWith("/assets/")) {
            return "no-cache";
        }
        return bundled ? "public, max-age=31536000, immutable" : "public, max-age=2592000";
    }

    private static void notFound(HttpServletResponse response) throws IOException {
        response.setStatus(404);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(HtmlPages.error("Not Found"));
    }

    /** The decoded path; empty when it is malformed or climbs out of its root. */
    private static Optional<String> path(String raw) {
        try {
            var path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean plain = path.startsWith("/")
                    && !path.startsWith("//")
                    && path.indexOf('\\') < 0
                    && path.indexOf('\0') < 0
                    && StringUtils.cleanPath(path).equals(path)
                    && !path.contains("/../");
            return plain ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
