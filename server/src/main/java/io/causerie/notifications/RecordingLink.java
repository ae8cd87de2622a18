package io.causerie.notifications;

import io.causerie.platform.CauserieProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a recording's page is (contract 04, section 10.1). */
@Component
class RecordingLink {

    private final NotificationsProperties properties;
    private final CauserieProperties server;

    RecordingLink(NotificationsProperties properties, CauserieProperties server) {
        this.properties = properties;
        this.server = server;
    }

    /** Null when nobody said where this server is. */
    @Nullable
    String of(UUID recording) {
        var base = properties.baseUrl();
        if (base.isEmpty()) {
            return server.url().isEmpty() ? null : server.url() + "/recording/" + recording;
        }
        return base + "/" + recording;
    }
}
