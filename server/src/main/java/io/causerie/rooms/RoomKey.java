package io.causerie.rooms;

import java.util.UUID;

/** What a path names a room by: its id if the text can be read as one, else its slug (contract 03, section 5.1). */
sealed interface RoomKey {

    record Id(UUID value) implements RoomKey {
        @Override
        public String condition() {
            return "r.resource_id = :key";
        }
    }

    record Slug(String value) implements RoomKey {
        @Override
        public String condition() {
            return "r.slug = :key";
        }
    }

    /** The bound value. */
    Object value();

    /** The condition on the table {@code r}, with the value as {@code :key}. */
    String condition();

    static RoomKey of(String segment) {
        var id = Slugs.id(segment);
        return id.isPresent() ? new Id(id.get()) : new Slug(Slugs.of(segment));
    }
}
