package io.causerie.livekit;

import io.causerie.platform.ConfigSection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code livekit} of {@code /config/} (contract 01, section 12). */
@Component
class LiveKitSection implements ConfigSection {

    private final Map<String, @Nullable Object> section = new LinkedHashMap<>();

    LiveKitSection(
            LiveKitProperties properties,
            @Value("${causerie.livekit.told-url}") String url,
            @Value("${causerie.livekit.force-wss-protocol}") boolean forceWssProtocol,
            @Value("${causerie.livekit.enable-firefox-proxy-workaround}") boolean enableFirefoxProxyWorkaround) {
        section.put("url", url.equals("(unset)") ? null : url);
        section.put("force_wss_protocol", forceWssProtocol);
        section.put("enable_firefox_proxy_workaround", enableFirefoxProxyWorkaround);
        section.put("default_sources", properties.defaultSources());
    }

    @Override
    public void describe(Map<String, @Nullable Object> config) {
        config.put("livekit", section);
    }
}
