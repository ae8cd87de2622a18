package io.causerie.standalone;

import io.causerie.platform.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the embedded parts know each other by: made once, kept in the data folder. */
final class StandaloneSecrets {

    private static final String FILE = "secrets";
    private static final List<String> NAMES =
            List.of("livekit-key", "livekit-secret", "oidc-client-secret", "secret-key", "database-password");

    private final Map<String, String> values;

    private StandaloneSecrets(Map<String, String> values) {
        this.values = values;
    }

    /** The secrets of this folder; those it does not have yet are made. */
    static StandaloneSecrets of(DataFolder folder) {
        var text = folder.read(FILE);
        var values = new LinkedHashMap<String, String>();
        if (text != null) {
            text.lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> values.put(pair[0], pair[1]));
        }
        if (!values.keySet().containsAll(NAMES)) {
            var random = new SecureRandom();
            NAMES.forEach(name -> values.computeIfAbsent(name, missing -> make(random)));
            folder.write(
                    FILE,
                    values.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        return new StandaloneSecrets(values);
    }

    Secret liveKitKey() {
        return secret("livekit-key");
    }

    Secret liveKitSecret() {
        return secret("livekit-secret");
    }

    Secret oidcClientSecret() {
        return secret("oidc-client-secret");
    }

    Secret secretKey() {
        return secret("secret-key");
    }

    Secret databasePassword() {
        return secret("database-password");
    }

    private Secret secret(String name) {
        return new Secret(values.getOrDefault(name, ""));
    }

    private static String make(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
