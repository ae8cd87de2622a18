package io.causerie.lobby;

import org.jspecify.annotations.Nullable;

/**
 * What a stream tells next.
 *
 * @param event its name
 * @param data null when there is nothing to tell
 * @param last whether nothing comes after it
 */
record Told(String event, @Nullable Object data, boolean last) {

    /** Nothing more will be told, nor is anything now. */
    static final Told END = new Told("", null, true);

    /** There is no such room any more. */
    static final Told GONE = new Told("gone", new Nothing(), true);

    record Nothing() {}
}
