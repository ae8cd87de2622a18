package io.causerie.storage;

import io.causerie.users.CurrentUser;
import java.util.Optional;

/** Says who may read media; the module that owns the objects below a folder answers (contract 04, section 15.2). */
public interface MediaPolicy {

    /** An object somebody may read, the name its file gets when it is saved, and who may keep it for how long. */
    record Media(String key, String contentType, String filename, String caching) {

        /** Kept by the reader's browser, who asks each time whether it still may. */
        public Media(String key, String contentType, String filename) {
            this(key, contentType, filename, "private, no-cache");
        }
    }

    /** Its word in the address a proxy asks: {@code recordings} in {@code recordings/media-auth/}. */
    String area();

    /**
     * Decides on a URL path that contains {@code /media/}, not decoded. Empty when it is not about this policy's objects; otherwise what to serve, or an
     * {@link io.causerie.platform.ApiException} that says why not.
     */
    Optional<Media> authorize(String path, CurrentUser reader);
}
