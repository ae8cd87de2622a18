package io.causerie.livekit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People in live rooms, one by one (contract 03, section 12). Every call may throw {@link LiveKitException}; of somebody who is not there, {@link
 * LiveKitException.Refused} with {@code not_found}.
 */
public interface LivePeople {

    /** Whether somebody of that identity is in the room now; those whose connection is gone are not. */
    boolean present(String room, String identity);

    void mute(String room, String identity, String track);

    /** Changes what {@code change} says. */
    void update(String room, String identity, Change change);

    void remove(String room, String identity);

    /**
     * What to change of somebody.
     *
     * @param name shown to the others; null or empty: as it is
     * @param metadata as it will be stored; null or empty: as it is
     * @param attributes merged into theirs; an empty value deletes its key
     * @param permission takes the place of theirs as a whole; null: as it is
     */
    record Change(
            @Nullable String name,
            @Nullable String metadata,
            Map<String, String> attributes,
            @Nullable Permission permission) {

        public static Change attribute(String key, String value) {
            return new Change(null, null, Map.of(key, value), null);
        }

        public static Change name(String name) {
            return new Change(name, null, Map.of(), null);
        }
    }

    /** What somebody may do in a room; sources in lower case, none named means all. */
    record Permission(
            boolean canSubscribe,
            boolean canPublish,
            boolean canPublishData,
            List<String> canPublishSources,
            boolean hidden,
            boolean recorder,
            boolean canUpdateMetadata,
            boolean agent,
            boolean canSubscribeMetrics) {}
}
