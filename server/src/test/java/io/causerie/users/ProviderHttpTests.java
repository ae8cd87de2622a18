package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.causerie.platform.Secret;
import io.causerie.users.ProviderProperties.UserInfoFormat;
import io.causerie.users.SignInFailure.Failed;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code OIDC_PROXY} and {@code OIDC_VERIFY_SSL}. */
class ProviderHttpTests {

    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void goesByTheProxy() throws Exception {
        server = answering(HttpServer.create(local(), 0));
        var http = http(true, "http://127.0.0.1:" + server.getAddress().getPort());
        assertThat(get(http, "http://provider.invalid/jwks")).isEqualTo("http://provider.invalid/jwks");
    }

    @Test
    void believesACertificateNobodySignedOnlyIfTold(@TempDir Path folder) throws Exception {
        var https = HttpsServer.create(local(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        server = answering(https);
        var url = "https://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        assertThatThrownBy(() -> get(http(true, ""), url))
                .isInstanceOf(Failed.class)
                .hasMessageContaining("SSLHandshakeException");
        assertThat(get(http(false, ""), url)).isEqualTo("/jwks");
    }

    private static String get(ProviderHttp http, String url) {
        return new String(http.send("key", http.to(url).build()).body(), StandardCharsets.UTF_8);
    }

    private static ProviderHttp http(boolean verify, String proxy) {
        return new ProviderHttp(new ProviderProperties(
                "meet", new Secret(""), "RS256", "", "", "", UserInfoFormat.AUTO, "", "", "", verify, 20, proxy));
    }

    /** Tells what it was asked for. */
    private static HttpServer answering(HttpServer server) {
        server.createContext("/", exchange -> {
            var body = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        var store = folder.resolve("keys");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=elsewhere",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
