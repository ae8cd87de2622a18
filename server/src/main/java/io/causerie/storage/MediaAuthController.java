package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy.Media;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a proxy whether the person it serves may read a recording, and how to ask the store for it (contract 04, section 15.2). A store that is a folder has
 * nothing to sign: the proxy reads the file itself.
 */
@RestController
@RequestMapping("/api/v1.0/recordings/media-auth/")
class MediaAuthController {

    private static final Logger log = LoggerFactory.getLogger(MediaAuthController.class);

    private static final byte[] AUTHORIZED = "\"authorized\"".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/%;\\\\]++)+");

    private final ObjectProvider<MediaPolicy> policies;
    private final MediaSignature signature;
    private final MediaAuthProperties properties;

    MediaAuthController(
            ObjectProvider<MediaPolicy> policies, MediaSignature signature, MediaAuthProperties properties) {
        this.policies = policies;
        this.signature = signature;
        this.properties = properties;
    }

    /** Written here rather than by a converter: proxies ask for every piece of every film, and choosing a converter cost a third of the answer. */
    @GetMapping
    void authorize(CurrentUser reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var media = decide(Objects.requireNonNullElse(request.getHeader(properties.header()), ""), reader);
        signature.headers(media.key()).forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(AUTHORIZED.length);
        response.getOutputStream().write(AUTHORIZED);
    }

    private Media decide(String url, CurrentUser reader) {
        var media = OriginalUrl.path(url)
                .filter(path -> path.contains("/media/"))
                .flatMap(path ->
                        recordings().flatMap(it -> it.authorize(path, reader)).filter(it -> unambiguous(path)));
        return media.orElseThrow(() -> {
            log.warn("a proxy asked about an address that is no recording's");
            return new ApiException.Forbidden();
        });
    }

    private Optional<MediaPolicy> recordings() {
        return policies.orderedStream()
                .filter(it -> it.area().equals("recordings"))
                .findFirst();
    }

    /**
     * The contract finds a recording anywhere in a path, which is safe where the signature is for that recording only. Without one, a path that a proxy may
     * read differently (dots, doubled or encoded slashes) could name one recording to us and another to the proxy.
     */
    private boolean unambiguous(String path) {
        return signature.bindsObject() || PLAIN.matcher(path).matches();
    }
}
