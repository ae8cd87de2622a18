package io.causerie.storage;

import java.util.Map;

/** What a proxy must add to its own request so that the store answers it. */
interface MediaSignature {

    /** The headers for a {@code GET} of that object. */
    Map<String, String> headers(String key);
}
