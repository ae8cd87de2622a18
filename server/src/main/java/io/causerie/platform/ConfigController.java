package io.causerie.platform;

import static io.causerie.platform.FrontendProperties.set;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1.0/config/}: what a web client must know before anything else (contract 01, section 12). No SQL. */
@RestController
class ConfigController {

    private static final List<String> ORDER = List.of(
            "LANGUAGE_CODE",
            "recording",
            "background_image",
            "telephony",
            "resource",
            "subtitle",
            "diagnostics",
            "livekit",
            "authenticated_users_can_edit_display_name",
            "custom_css_url",
            "analytics",
            "support",
            "silence_livekit_debug_logs",
            "is_silent_login_enabled",
            "idle_disconnect_warning_delay",
            "feedback",
            "documentation_url",
            "external_home_url",
            "use_french_gov_footer",
            "use_proconnect_button",
            "manifest_link",
            "transcription_destination",
            "max_participants_for_sound",
            "auto_mute_on_join_threshold");

    private final CauserieProperties causerie;
    private final FrontendProperties frontend;
    private final List<ConfigSection> sections;
    private final JsonMapper json;
    private volatile byte @Nullable [] bytes;

    ConfigController(
            CauserieProperties causerie, FrontendProperties frontend, List<ConfigSection> sections, JsonMapper json) {
        this.causerie = causerie;
        this.frontend = frontend;
        this.sections = sections;
        this.json = json;
    }

    @GetOnly
    @GetMapping("/api/v1.0/config/")
    ResponseEntity<byte[]> config() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes());
    }

    /** Made when first asked for, and once: settings do not change while the server runs. */
    private byte[] bytes() {
        var known = bytes;
        return known == null ? bytes = json.writeValueAsBytes(inOrder()) : known;
    }

    private Map<String, @Nullable Object> inOrder() {
        var config = new LinkedHashMap<String, @Nullable Object>();
        config.put("LANGUAGE_CODE", causerie.languageCode());
        sections.forEach(section -> section.describe(config));
        frontend(config);
        var ordered = new LinkedHashMap<String, @Nullable Object>();
        ORDER.forEach(key -> ordered.put(key, config.remove(key)));
        ordered.putAll(config);
        return ordered;
    }

    private void frontend(Map<String, @Nullable Object> config) {
        config.put("custom_css_url", set(frontend.customCssUrl()));
        config.put("analytics", frontend.analytics().members());
        config.put("support", frontend.support().members());
        config.put("silence_livekit_debug_logs", frontend.silenceLivekitDebug());
        config.put("is_silent_login_enabled", frontend.silentLogin());
        config.put("idle_disconnect_warning_delay", frontend.idleDisconnectWarningDelay());
        config.put("feedback", frontend.feedback().members());
        config.put("documentation_url", set(frontend.documentationUrl()));
        config.put("external_home_url", set(frontend.externalHomeUrl()));
        config.put("use_french_gov_footer", frontend.useFrenchGovFooter());
        config.put("use_proconnect_button", frontend.useProconnectButton());
        config.put("manifest_link", set(frontend.manifestLink()));
        config.put("transcription_destination", set(frontend.transcriptionDestination()));
        config.put("max_participants_for_sound", frontend.maxParticipantsForSound());
        config.put("auto_mute_on_join_threshold", frontend.autoMuteOnJoinThreshold());
    }
}
