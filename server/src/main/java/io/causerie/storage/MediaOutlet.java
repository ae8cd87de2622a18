package io.causerie.storage;

import io.causerie.platform.AnswerBrokenOff;
import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy.Media;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends an object to somebody who may read it: whole, in parts, or its headers only. */
@Component
public class MediaOutlet {

    private static final Logger log = LoggerFactory.getLogger(MediaOutlet.class);

    private final ObjectStore store;

    MediaOutlet(ObjectStore store) {
        this.store = store;
    }

    /** 404 when it is not there, 503 when the store does not answer; {@link AnswerBrokenOff} when it stops answering. */
    public void serve(Media media, HttpServletRequest request, HttpServletResponse response) {
        try {
            var head = store.head(media.key()).orElseThrow(ApiException.NotFound::new);
            new MediaDelivery(store, media, head).to(request, response);
        } catch (IOException e) {
            log.warn("the object store does not answer: {}", e.getMessage());
            throw new ApiException.Refused(503, "The file cannot be read for the moment.");
        }
    }
}
