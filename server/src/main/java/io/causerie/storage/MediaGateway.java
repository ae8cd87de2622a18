package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy.Media;
import io.causerie.users.Caller;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves media without a proxy, by the same rules (contract 04, section 15.3). The owner of the objects decides at each request, so no address can be shared
 * or outlive a right.
 */
@RestController
class MediaGateway {

    private static final Logger log = LoggerFactory.getLogger(MediaGateway.class);
    private static final Pattern OBJECT =
            Pattern.compile("/media/.+/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\.[a-zA-Z0-9]{1,10}");

    private final ObjectProvider<MediaPolicy> policies;
    private final ObjectStore store;

    MediaGateway(ObjectProvider<MediaPolicy> policies, ObjectStore store) {
        this.policies = policies;
        this.store = store;
    }

    @RequestMapping(
            path = "/media/**",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void serve(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        // as it was sent: what is encoded stays encoded and matches nothing
        var path = request.getRequestURI();
        if (!OBJECT.matcher(path).matches()) {
            throw new ApiException.NotFound();
        }
        var reader = caller.user().map(CurrentUser::new).orElseThrow(ApiException.Unauthenticated::new);
        var media = decide(path, reader);
        try {
            var head = store.head(media.key()).orElseThrow(ApiException.NotFound::new);
            new MediaDelivery(store, media, head).to(request, response);
        } catch (IOException e) {
            log.warn("the object store does not answer: {}", e.getMessage());
            throw new ApiException.Refused(503, "The file cannot be read for the moment.");
        }
    }

    /** Passes it on to the container, which breaks the connection off: the reader must not take a part for the whole. */
    @ExceptionHandler
    void brokenOff(MediaDelivery.BrokenOff e) {
        throw e;
    }

    private Media decide(String path, CurrentUser reader) {
        var media = policies.orderedStream()
                .map(it -> it.authorize(path, reader))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(ApiException.Forbidden::new);
        // policies look for their pattern anywhere in a path; here it must be the whole path
        if (!path.equalsIgnoreCase("/media/" + media.key())) {
            throw new ApiException.NotFound();
        }
        return media;
    }
}
