package io.causerie;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against the server as production runs it: strict about hosts and https, with settings that differ from the defaults. */
@ApplicationTest
@TestPropertySource(
        properties = {
            "DJANGO_CONFIGURATION=Production",
            "DJANGO_ALLOWED_HOSTS= meet.example.org ,,.apps.example.org",
            "DJANGO_CORS_ALLOWED_ORIGINS=https://friend.example",
            "DJANGO_CORS_ALLOWED_ORIGIN_REGEXES=https://\\\\w+\\\\.friends\\\\.example$",
            "DJANGO_CSRF_TRUSTED_ORIGINS=https://friend.example",
            "OIDC_OP_AUTHORIZATION_ENDPOINT=https://provider.invalid/authorize",
            "OIDC_OP_TOKEN_ENDPOINT=https://provider.invalid/token",
            "OIDC_OP_USER_ENDPOINT=https://provider.invalid/userinfo",
            "OIDC_OP_JWKS_ENDPOINT=https://provider.invalid/jwks",
            "LIVEKIT_API_URL=",
            "LIVEKIT_DEFAULT_SOURCES=camera,microphone",
            "DJANGO_LANGUAGE_CODE=fr-fr",
            "ROOM_TELEPHONY_ENABLED=yes",
            "ROOM_TELEPHONY_PHONE_NUMBER=0123456789",
            "ROOM_TELEPHONY_DEFAULT_COUNTRY=FR",
            "ROOM_SUBTITLE_ENABLED=1",
            "FILE_UPLOAD_ENABLED=true",
            "FILE_UPLOAD_RESTRICTIONS={'background_image': {'max_count_by_user': 3, 'max_size': 0,"
                    + " 'allowed_extensions': ['.gif'], 'allowed_mimetypes': ['text/plain']}}",
            "CONNECTION_TEST_ENABLED=true",
            "FRONTEND_CUSTOM_CSS_URL=",
            "FRONTEND_SUPPORT={'id': 'x', 'deep': {'on': True, 'none': None}}",
            "FRONTEND_IDLE_DISCONNECT_WARNING_DELAY=90000",
            "RECORDING_EXPIRATION_DAYS=30",
            "RECORDING_MAX_DURATION=5400000"
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface ProductionTest {}
