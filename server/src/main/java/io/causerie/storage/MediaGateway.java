package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy.Media;
import io.causerie.users.Caller;
import io.causerie.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves media without a proxy, by the same rules (contract 04, section 15.3). The owner of the objects decides at each request, so no address can be shared
 * or outlive a right.
 */
@RestController
class MediaGateway {

    private static final Pattern OBJECT =
            Pattern.compile("/media/.+/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\.[a-zA-Z0-9]{1,10}");

    private final ObjectProvider<MediaPolicy> policies;
    private final MediaOutlet outlet;

    MediaGateway(ObjectProvider<MediaPolicy> policies, MediaOutlet outlet) {
        this.policies = policies;
        this.outlet = outlet;
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
        outlet.serve(media, request, response);
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
