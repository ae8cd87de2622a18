package io.causerie.storage;

import java.util.Map;

/** A folder has nothing to sign: the proxy reads the file itself. */
class NoSignature implements MediaSignature {

    @Override
    public Map<String, String> headers(String key) {
        return Map.of();
    }

    @Override
    public boolean bindsObject() {
        return false;
    }
}
