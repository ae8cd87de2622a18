package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.users.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.yaml.snakeyaml.Yaml;

/**
 * What Traefik does by {@code deploy/proxy/traefik.yaml}, done by hand with what stands there: it asks us with its own headers and those of the browser that are
 * named, then the store at the replaced path with those of our headers that are named.
 */
@TestPropertySource(properties = "CAUSERIE_MEDIA_AUTH_HEADER=X-Forwarded-Uri")
class TraefikExampleTests extends BucketTest {

    private final Map<String, Object> http;

    TraefikExampleTests() throws IOException {
        http = within(new Yaml().load(Files.readString(Path.of("../deploy/proxy/traefik.yaml"))), "http");
    }

    @Test
    void theOwnerReadsTheFile() {
        assertThat(rule("causerie-media")).contains("Method(`GET`)", "PathPrefix(`/media/recordings/`)");
        var yes = ask(alice, path);
        assertThat(yes.status()).isEqualTo(200);

        var store = new Http(STORE_PORT).with("Range", "bytes=2-4");
        for (var name : strings(forwardAuth().get("authResponseHeaders"))) {
            store.with(name, yes.header(name));
        }
        var file = store.get(replaced(path));
        assertThat(file.status()).isEqualTo(206);
        assertThat(file.body()).isEqualTo("234");
    }

    @Test
    void nobodyElseIsAllowed() {
        var anonymous = traefiks(new Http(port)).with("X-Forwarded-Uri", path).get(question());
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(ask(users.bob(), path).status()).isEqualTo(403);
        assertThat(ask(alice, "/").status()).isEqualTo(403);
    }

    @Test
    void theHeaderOfOtherProxiesCountsForNothing() {
        var other = traefiks(at(port, alice)).with("X-Original-URL", path);
        assertThat(other.get(question()).status()).isEqualTo(403);
        assertThat(other.with("X-Forwarded-Uri", "/media/nope").get(question()).status())
                .isEqualTo(403);
    }

    private static final int STORE_PORT = URI.create(STORE.endpoint()).getPort();

    private Http.Answer ask(SignedIn browser, String asked) {
        assertThat(strings(forwardAuth().get("authRequestHeaders"))).contains("Cookie");
        return traefiks(at(port, browser)).with("X-Forwarded-Uri", asked).get(question());
    }

    private static Http traefiks(Http client) {
        return client.with("X-Forwarded-For", "203.0.113.9")
                .with("X-Forwarded-Host", "meet.example.org")
                .with("X-Forwarded-Method", "GET")
                .with("X-Forwarded-Port", "80")
                .with("X-Forwarded-Proto", "http");
    }

    private String question() {
        return URI.create((String) forwardAuth().get("address")).getPath();
    }

    private String replaced(String asked) {
        var rule = within(within(http, "middlewares"), "causerie-object");
        var replace = within(rule, "replacePathRegex");
        return asked.replaceAll((String) replace.get("regex"), (String) replace.get("replacement"));
    }

    private Map<String, Object> forwardAuth() {
        return within(within(within(http, "middlewares"), "causerie-may-read"), "forwardAuth");
    }

    private String rule(String router) {
        return (String) within(within(http, "routers"), router).get("rule");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> within(Map<String, Object> map, String name) {
        return (Map<String, Object>) map.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object list) {
        return (List<String>) list;
    }
}
