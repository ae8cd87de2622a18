package io.causerie.standalone;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;

/** What the application is told about its embedded parts, in the environment's own names; whatever the operator has set stays his. */
final class StandaloneDefaults {

    private final Environment environment;
    private final StandaloneProperties properties;
    private final StandaloneSecrets secrets;
    private final Map<String, Object> values = new LinkedHashMap<>();

    StandaloneDefaults(Environment environment, StandaloneProperties properties, StandaloneSecrets secrets) {
        this.environment = environment;
        this.properties = properties;
        this.secrets = secrets;
    }

    /** While the build lays out the beans beforehand nothing is started; it must only see that the identity provider is the built-in one. */
    static Map<String, Object> ofTheBuild() {
        var address = "http://localhost";
        return Map.of("CAUSERIE_URL", address, "OIDC_OP_URL", address);
    }

    Map<String, Object> values() {
        return values;
    }

    StandaloneProperties properties() {
        return properties;
    }

    StandaloneSecrets secrets() {
        return secrets;
    }

    boolean has(String name) {
        var value = environment.getProperty(name);
        return value != null && !value.isBlank();
    }

    /** The embedded database takes the place of whatever is named otherwise: half of a foreign one would be worse. */
    void database(PostgresServer server) {
        values.put("CAUSERIE_DATABASE_URL", server.jdbcUrl());
        values.put("DB_USER", server.userName());
        values.put("DB_PASSWORD", secrets.databasePassword().value());
    }

    void mail(int port) {
        if (has("DJANGO_EMAIL_HOST")) {
            return;
        }
        values.put("DJANGO_EMAIL_HOST", "127.0.0.1");
        values.put("DJANGO_EMAIL_PORT", port);
        values.put("DJANGO_EMAIL_USE_TLS", false);
        values.put("DJANGO_EMAIL_USE_SSL", false);
    }

    void livekit(LiveKitConfiguration configuration) {
        values.put("LIVEKIT_API_KEY", configuration.key().value());
        values.put("LIVEKIT_API_SECRET", configuration.secret().value());
        var url = properties.livekit().url();
        values.put("LIVEKIT_API_URL", url.isBlank() ? configuration.address() : url);
        unset("CAUSERIE_RECORDER_LIVEKIT_URL", configuration.address());
    }

    void rest(DataFolder folder) {
        var address = properties.address();
        unset("CAUSERIE_URL", address);
        unset("CAUSERIE_RECORDER_URL", properties.inside());
        unset("DJANGO_SECRET_KEY", secrets.secretKey().value());
        unset("DJANGO_CSRF_TRUSTED_ORIGINS", address);
        unset("OIDC_REDIRECT_ALLOWED_HOSTS", URI.create(address).getAuthority());
        unset("DJANGO_EMAIL_APP_BASE_URL", address);
        unset("DJANGO_EMAIL_DOMAIN", URI.create(address).getAuthority());
        unset("RECORDING_DOWNLOAD_BASE_URL", address + "/recording");
        unset("LOGIN_REDIRECT_URL", address);
        unset("LOGIN_REDIRECT_URL_FAILURE", address);
        unset("LOGOUT_REDIRECT_URL", address);
        if (!has("AWS_S3_ENDPOINT_URL")) {
            unset("CAUSERIE_OBJECT_FOLDER", folder.folder("objects").toString());
        }
        if (!has("OIDC_OP_AUTHORIZATION_ENDPOINT")) {
            provider(address);
        }
    }

    /** The built-in identity provider: people reach it by the public address, our server by its own. */
    private void provider(String address) {
        values.put("OIDC_OP_URL", address);
        values.put("OIDC_OP_AUTHORIZATION_ENDPOINT", address + "/oauth2/authorize");
        values.put("OIDC_OP_LOGOUT_ENDPOINT", address + "/connect/logout");
        values.put("OIDC_OP_TOKEN_ENDPOINT", properties.inside() + "/oauth2/token");
        values.put("OIDC_OP_USER_ENDPOINT", properties.inside() + "/userinfo");
        values.put("OIDC_OP_JWKS_ENDPOINT", properties.inside() + "/oauth2/jwks");
        values.put("OIDC_RP_CLIENT_ID", "causerie");
        values.put("OIDC_RP_CLIENT_SECRET", secrets.oidcClientSecret().value());
        values.put("OIDC_RP_SCOPES", "openid email profile");
        values.put("OIDC_USE_PKCE", true);
    }

    private void unset(String name, String value) {
        if (!has(name)) {
            values.put(name, value);
        }
    }
}
