package io.causerie.platform;

import static io.causerie.platform.SettingKind.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** What kind of value each environment variable holds; those not named here are plain texts. */
final class Settings {

    /** Variables that may be kept in a file, named by {@code NAME_FILE}. */
    static final Set<String> SECRETS = Set.of(
            "DJANGO_SECRET_KEY",
            "DB_PASSWORD",
            "OIDC_RP_CLIENT_SECRET",
            "LIVEKIT_API_KEY",
            "LIVEKIT_API_SECRET",
            "AWS_S3_ACCESS_KEY_ID",
            "AWS_S3_SECRET_ACCESS_KEY",
            "DJANGO_EMAIL_HOST_PASSWORD",
            "RECORDING_STORAGE_EVENT_TOKEN",
            "SUMMARY_SERVICE_API_TOKEN",
            "SUMMARY_SERVICE_WEBHOOK_API_TOKEN");

    static final Map<String, SettingKind> KINDS = Map.ofEntries(
            entry("CAUSERIE_PORT", PORT),
            entry("CAUSERIE_LIVEKIT_PORT", PORT),
            entry("CAUSERIE_LIVEKIT_TCP_PORT", PORT),
            entry("CAUSERIE_LIVEKIT_UDP_PORT", PORT),
            entry("CAUSERIE_DATABASE_POOL", UINT),
            entry("CAUSERIE_REGISTRATION", BOOL),
            entry("CAUSERIE_RECORDER_MAX", UINT),
            entry("DB_PORT", PORT),
            entry("SESSION_COOKIE_AGE", UINT),
            entry("ALLOW_UNSECURE_USER_LISTING", BOOL),
            entry("OIDC_USE_NONCE", BOOL),
            entry("OIDC_USE_PKCE", BOOL),
            entry("OIDC_CREATE_USER", BOOL),
            entry("OIDC_FALLBACK_TO_EMAIL_FOR_IDENTIFICATION", BOOL),
            entry("OIDC_USER_SUB_FIELD_IMMUTABLE", BOOL),
            entry("OIDC_VERIFY_SSL", BOOL),
            entry("CAUSERIE_OIDC_EMAIL_VERIFIED", EMAIL_TRUST),
            entry("OIDC_STORE_ID_TOKEN", BOOL),
            entry("OIDC_REDIRECT_REQUIRE_HTTPS", BOOL),
            entry("OIDC_TIMEOUT", INT),
            entry("OIDC_PKCE_CODE_VERIFIER_SIZE", VERIFIER),
            entry("OIDC_PKCE_CODE_CHALLENGE_METHOD", CHALLENGE),
            entry("OIDC_RP_SIGN_ALGO", SIGN_ALGORITHM),
            entry("OIDC_OP_USER_ENDPOINT_FORMAT", USER_INFO_FORMAT),
            entry("OIDC_PROXY", PROXY),
            entry("OIDC_AUTH_REQUEST_EXTRA_PARAMS", DICT),
            entry("ALLOW_LOGOUT_GET_METHOD", BOOL),
            entry("LIVEKIT_VERIFY_SSL", BOOL),
            entry("LIVEKIT_FORCE_WSS_PROTOCOL", BOOL),
            entry("LIVEKIT_ENABLE_FIREFOX_PROXY_WORKAROUND", BOOL),
            entry("CONNECTION_TEST_ENABLED", BOOL),
            entry("CONNECTION_TEST_ROOM_PREFIX", FILLED),
            entry("RESOURCE_DEFAULT_ACCESS_LEVEL", LEVEL),
            entry("ALLOW_UNREGISTERED_ROOMS", BOOL),
            entry("AUTHENTICATED_PARTICIPANTS_CAN_EDIT_DISPLAY_NAME", BOOL),
            entry("ROOM_CREATION_CALLBACK_CACHE_TIMEOUT", UINT),
            entry("ROOM_TELEPHONY_ENABLED", BOOL),
            entry("ROOM_TELEPHONY_PIN_LENGTH", UINT),
            entry("ROOM_TELEPHONY_PIN_MAX_RETRIES", UINT),
            entry("ROOMKIT_ENABLED", BOOL),
            entry("ROOM_SUBTITLE_ENABLED", BOOL),
            entry("FILE_UPLOAD_ENABLED", BOOL),
            entry("FILE_UPLOAD_RESTRICTIONS", DICT),
            entry("RECORDING_ENABLE", BOOL),
            entry("RECORDING_WORKER_CLASSES", DICT),
            entry("RECORDING_ENABLE_STORAGE_EVENT_AUTH", BOOL),
            entry("RECORDING_STORAGE_EVENT_ENABLE", BOOL),
            entry("RECORDING_EVENT_PARSER_CLASS", PARSER),
            entry("AWS_STORAGE_BUCKET_NAME", FILLED),
            entry("RECORDING_EXPIRATION_DAYS", INT),
            entry("RECORDING_MAX_DURATION", INT),
            entry("RECORDING_ENCODING_ENABLED", BOOL),
            entry("RECORDING_ENCODING_WIDTH", UINT),
            entry("RECORDING_ENCODING_HEIGHT", UINT),
            entry("RECORDING_ENCODING_FRAMERATE", UINT),
            entry("RECORDING_ENCODING_VIDEO_BITRATE_KBPS", UINT),
            entry("RECORDING_ENCODING_AUDIO_BITRATE_KBPS", UINT),
            entry("RECORDING_ENCODING_KEY_FRAME_INTERVAL_S", FLOAT),
            entry("DJANGO_EMAIL_PORT", PORT),
            entry("DJANGO_EMAIL_USE_TLS", BOOL),
            entry("DJANGO_EMAIL_USE_SSL", BOOL),
            entry("FRONTEND_ANALYTICS", DICT),
            entry("FRONTEND_SUPPORT", DICT),
            entry("FRONTEND_FEEDBACK", DICT),
            entry("FRONTEND_SILENCE_LIVEKIT_DEBUG", BOOL),
            entry("FRONTEND_USE_FRENCH_GOV_FOOTER", BOOL),
            entry("FRONTEND_USE_PROCONNECT_BUTTON", BOOL),
            entry("FRONTEND_IS_SILENT_LOGIN_ENABLED", BOOL),
            entry("FRONTEND_IDLE_DISCONNECT_WARNING_DELAY", UINT),
            entry("FRONTEND_MAX_PARTICIPANTS_FOR_SOUND", UINT),
            entry("FRONTEND_AUTO_MUTE_ON_JOIN_THRESHOLD", UINT));

    private Settings() {}
}
