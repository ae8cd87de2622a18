package io.causerie.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What every request passes first, in this order: https in production, other origins, the host; and the headers every answer has (contract 01, sections 2
 * and 10).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FrontDoor extends HttpFilter {

    private static final List<String> PROBES = List.of("/__lbheartbeat__", "/__heartbeat__", "/__metrics__");
    /** What our own recording browser asks for, on the loopback. */
    private static final String RECORDER = "/api/v1.0/recorder/";

    private static final Networks LOOPBACK = Networks.of("127.0.0.0/8,::1");

    private final SecurityHeaders headers;
    private final AllowedHosts hosts;
    private final Cors cors;
    private final boolean production;

    FrontDoor(SecurityHeaders headers, AllowedHosts hosts, Cors cors, CauserieProperties causerie) {
        this.headers = headers;
        this.hosts = hosts;
        this.cors = cors;
        this.production = causerie.production();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        var path = request.getRequestURI();
        if (production && !request.isSecure() && !plain(path, request)) {
            upgrade(request, response);
            return;
        }
        if (production && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=60; includeSubDomains; preload");
        }
        headers.write(request, response);
        if (cors.answer(request, response)) {
            return;
        }
        if (hosts.allow(request)) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    /** Whether this may come without https. */
    private static boolean plain(String path, HttpServletRequest request) {
        for (var probe : PROBES) {
            if (path.startsWith(probe)) {
                return true;
            }
        }
        return path.startsWith(RECORDER) && LOOPBACK.hold(request.getRemoteAddr());
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!hosts.allow(request)) {
            refuse(response);
            return;
        }
        var host = request.getHeader("Host");
        var query = request.getQueryString();
        response.setStatus(301);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(
                "Location",
                "https://" + (host == null ? request.getServerName() : host) + request.getRequestURI()
                        + (query == null ? "" : "?" + query));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(400);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(HtmlPages.error("Bad Request (400)"));
    }
}
