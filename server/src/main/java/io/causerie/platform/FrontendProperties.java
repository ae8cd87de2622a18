package io.causerie.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What only web clients read, handed on by {@code /config/} (contract 01, section 12). */
@ConfigurationProperties("causerie.frontend")
record FrontendProperties(
        String customCssUrl,
        Literal analytics,
        Literal support,
        Literal feedback,
        boolean silenceLivekitDebug,
        boolean silentLogin,
        @Nullable Integer idleDisconnectWarningDelay,
        String documentationUrl,
        String externalHomeUrl,
        String manifestLink,
        String transcriptionDestination,
        boolean useFrenchGovFooter,
        boolean useProconnectButton,
        int maxParticipantsForSound,
        int autoMuteOnJoinThreshold) {

    private static final String UNSET = "(unset)";

    /** The text, or null where nobody set it; an empty text stays empty. */
    static @Nullable String set(String text) {
        return text.equals(UNSET) ? null : text;
    }
}
