package io.causerie.livekit;

import io.causerie.platform.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How LiveKit is reached and believed (contract 01, section 22.5).
 *
 * @param apiKey issuer of our tokens
 * @param apiSecret what our tokens are signed with, any length
 * @param apiUrl text given to browsers as it is, and the server that is called; may be no URL
 * @param verifySsl whether certificates are checked on calls; off only in development
 * @param defaultSources what people may publish when the room says nothing
 * @param webhookEventsFilterRegex only events of rooms whose name holds a match are heeded
 * @param connectionTestRoomPrefix events of rooms so named are ignored
 * @param formerKeys {@code key:secret} pairs that incoming tokens may still be signed with, while keys are being changed
 */
@ConfigurationProperties("causerie.livekit")
record LiveKitProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("") Secret apiSecret,
        @Nullable String apiUrl,
        @DefaultValue("true") boolean verifySsl,

        @DefaultValue({"camera", "microphone", "screen_share", "screen_share_audio"})
        List<String> defaultSources,

        @Nullable String webhookEventsFilterRegex,
        @DefaultValue("connection-test") String connectionTestRoomPrefix,
        @DefaultValue List<Secret> formerKeys) {

    LiveKitProperties {
        defaultSources = defaultSources.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Every issuer that is believed, with its secret. */
    Map<String, Secret> keys() {
        var keys = new HashMap<String, Secret>();
        for (var pair : formerKeys) {
            int colon = pair.value().indexOf(':');
            if (colon > 0) {
                keys.put(
                        pair.value().substring(0, colon),
                        new Secret(pair.value().substring(colon + 1)));
            }
        }
        if (!apiKey.isEmpty()) {
            keys.put(apiKey, apiSecret);
        }
        return keys;
    }
}
