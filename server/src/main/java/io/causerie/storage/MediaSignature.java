package io.causerie.storage;

import java.util.Map;

/** What a proxy must add to its own request so that the store answers it. */
interface MediaSignature {

    /** The headers for a {@code GET} of that object. */
    Map<String, String> headers(String key);

    /** Whether the headers open that object and no other, so that the store itself refuses any other path a proxy may make of the address. */
    boolean bindsObject();
}
