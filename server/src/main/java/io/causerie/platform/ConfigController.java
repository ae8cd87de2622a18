package io.causerie.platform;

import static io.causerie.platform.FrontendProperties.set;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1.0/config/}: what a web client must know before anything else (contract 01, section 12). No SQL. */
@RestController
class ConfigController {

    private final CauserieProperties causerie;
    private final FrontendProperties frontend;
    private final List<ConfigSection> sections;

    ConfigController(CauserieProperties causerie, FrontendProperties frontend, List<ConfigSection> sections) {
        this.causerie = causerie;
        this.frontend = frontend;
        this.sections = sections;
    }

    @GetOnly
    @GetMapping("/api/v1.0/config/")
    Map<String, @Nullable Object> config() {
        var config = new LinkedHashMap<String, @Nullable Object>();
        config.put("LANGUAGE_CODE", causerie.languageCode());
        notYetOffered(config);
        sections.forEach(section -> section.describe(config));
        frontend(config);
        return config;
    }

    /** Features of the contract that this release does not have; each goes when its module comes. */
    private static void notYetOffered(Map<String, @Nullable Object> config) {
        config.put(
                "background_image",
                Map.of(
                        "upload_is_enabled",
                        false,
                        "max_count_by_user",
                        10,
                        "max_size",
                        2097152,
                        "allowed_extensions",
                        List.of(".jpeg", ".jpg", ".png"),
                        "allowed_mimetypes",
                        List.of("image/jpeg", "image/png")));
        config.put("telephony", Map.of("enabled", false));
        config.put("subtitle", Map.of("enabled", false));
        config.put("diagnostics", Map.of("connection_test_enabled", false));
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
