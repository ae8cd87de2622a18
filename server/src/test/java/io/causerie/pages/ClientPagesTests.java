package io.causerie.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.ConfigurationFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClientPagesTests {

    @TempDir
    Path folder;

    Path root;

    @BeforeEach
    void build() throws IOException {
        root = Files.createDirectory(folder.resolve("dist"));
        Files.writeString(root.resolve("index.html"), "<p>page");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        var assets = Files.createDirectory(root.resolve("assets"));
        Files.writeString(assets.resolve("app-1a2b.js"), "let plain");
        Files.writeString(assets.resolve("app-1a2b.js.br"), "packed");
        Files.createSymbolicLink(assets.resolve("link.txt"), folder.resolve("secret.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/my-room",
                "/recording/0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11",
                "/r%C3%A9union",
                "/administration"
            })
    void thePageAnswersEveryPathThatIsNoFile(String path) throws IOException {
        var answer = get(path, "");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("<p>page");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("script-src 'self' 'wasm-unsafe-eval' blob:", "frame-ancestors 'self'")
                .contains("connect-src 'self' https://live.example wss://live.example;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-3c4d.js",
                "/api/v1.0/x/",
                "/media/recordings/x.mp4",
                "/admin/x",
                "/static/x.css",
                "/external-api/v1.0/rooms/",
                "/../secret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/%2e%2e/%2e%2e/secret.txt",
                "/assets\\..\\..\\secret.txt",
                "/assets/link.txt",
                "//evil.example/",
                "/assets/%zz"
            })
    void whatIsNotTheClientsIsNotFound(String path) throws IOException {
        var answer = get(path, "");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).doesNotContain("secret", "<p>page");
    }

    @Test
    void sendsThePackedFileToBrowsersThatAcceptIt() throws IOException {
        var answer = get("/assets/app-1a2b.js", "gzip, br");
        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("br");
        assertThat(answer.getContentType()).isEqualTo("text/javascript;charset=utf-8");
        assertThat(answer.getContentAsString()).isEqualTo("packed");
        assertThat(get("/assets/app-1a2b.js", "").getContentAsString()).isEqualTo("let plain");
    }

    @Test
    void thePageThatOthersEmbedMayBeEmbedded() throws IOException {
        assertThat(get("/sdk/create-button", "").getHeader("Content-Security-Policy"))
                .endsWith("frame-ancestors *");
    }

    @Test
    void aFolderWithoutAPageIsAConfigurationFault() {
        var properties = new PagesProperties(folder.toString(), PagesProperties.Csp.ENFORCE, "'self'", "");
        assertThatThrownBy(() -> new PagesConfiguration().clientPages(properties, headers()))
                .isInstanceOf(ConfigurationFaults.class)
                .hasMessageContaining("WEB_CLIENT_DIR");
    }

    private MockHttpServletResponse get(String path, String encodings) throws IOException {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept-Encoding", encodings);
        var response = new MockHttpServletResponse();
        new ClientPages(new ClientFiles.Folder(root.toRealPath()), headers()).handleRequest(request, response);
        return response;
    }

    private static PageHeaders headers() {
        return new PageHeaders(
                new PagesProperties("", PagesProperties.Csp.ENFORCE, "'self'", ""),
                List.of(config -> config.put("livekit", Map.of("url", "wss://live.example"))));
    }
}
