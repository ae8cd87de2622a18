package io.causerie.pages;

import io.causerie.platform.ConfigSection;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The response headers of pages (contract 06, section 12.3), made once. */
@Component
class PageHeaders {

    /** Pages for whoever holds a link: nobody else is led there, or told of it. */
    private static final String SHARED = "/shared/";

    private final PagesProperties properties;
    private final String policy;

    PageHeaders(PagesProperties properties, List<ConfigSection> sections) {
        this.properties = properties;
        this.policy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'wasm-unsafe-eval' blob:",
                "worker-src 'self' blob:",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self'",
                ("connect-src 'self' " + liveKit(sections) + properties.connectSources()).strip(),
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'");
    }

    void write(String path, HttpServletResponse response) {
        boolean embedded = path.equals("/sdk/create-button");
        var ancestors = embedded ? "*" : properties.frameAncestors();
        switch (properties.csp()) {
            case ENFORCE -> response.setHeader("Content-Security-Policy", policy + "; frame-ancestors " + ancestors);
            case REPORT ->
                response.setHeader("Content-Security-Policy-Report-Only", policy + "; frame-ancestors " + ancestors);
            case OFF -> {}
        }
        response.setHeader(
                "Permissions-Policy",
                "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), "
                        + "clipboard-read=(self), clipboard-write=(self), picture-in-picture=(self), "
                        + "speaker-selection=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-cache, no-store, must-revalidate");
        if (path.startsWith(SHARED)) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }

    /** LiveKit's origin in its four spellings: the client opens a web socket and fetches. */
    private static String liveKit(List<ConfigSection> sections) {
        var config = new HashMap<String, @Nullable Object>();
        sections.forEach(it -> it.describe(config));
        if (!(config.get("livekit") instanceof Map<?, ?> livekit) || !(livekit.get("url") instanceof String url)) {
            return "";
        }
        try {
            var authority = URI.create(url).getRawAuthority();
            boolean secure = url.startsWith("https:") || url.startsWith("wss:");
            return authority == null
                    ? ""
                    : (secure ? "https://" + authority + " wss://" : "http://" + authority + " ws://") + authority
                            + " ";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
