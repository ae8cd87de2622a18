package io.causerie.rooms;

import io.causerie.platform.ConfigSection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@code /config/} says of rooms (contract 01, section 12). */
@Component
class RoomSection implements ConfigSection {

    private final RoomProperties properties;

    RoomSection(RoomProperties properties) {
        this.properties = properties;
    }

    @Override
    public void describe(Map<String, @Nullable Object> config) {
        config.put(
                "resource",
                Map.of("default_access_level", properties.defaultAccessLevel().wire()));
        config.put("authenticated_users_can_edit_display_name", properties.participantsCanEditName());
    }
}
