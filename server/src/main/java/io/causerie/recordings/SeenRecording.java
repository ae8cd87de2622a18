package io.causerie.recordings;

import org.jspecify.annotations.Nullable;

/**
 * A recording as one person sees it, with what is told of its room.
 *
 * @param visible whether they have any access to it
 * @param privileged whether one of theirs makes them owner or administrator
 */
record SeenRecording(
        Recording recording,
        String roomName,
        @Nullable String roomSlug,
        String roomAccessLevel,
        boolean visible,
        boolean privileged) {}
