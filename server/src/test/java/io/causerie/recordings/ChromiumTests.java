package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTests {

    private static final Path BROWSER = browser();

    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void servePage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<title>page</title>".getBytes());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServing() {
        server.stop(0);
    }

    @Test
    void opensAPageAndLeavesNothingBehind() throws IOException {
        var browser = Chromium.open(BROWSER, page(), reasons::add);
        var family = family(browser.pid()).toList();
        assertThat(family).hasSizeGreaterThan(2);
        var profile = profile(browser.pid());
        assertThat(profile).isDirectory();

        browser.close();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(family).noneMatch(ChromiumTests::runs));
        assertThat(profile).doesNotExist();
        assertThat(reasons).isEmpty();
    }

    @Test
    void tellsThatTheBrowserDied() throws IOException {
        try (var browser = Chromium.open(BROWSER, page(), reasons::add)) {
            ProcessHandle.of(browser.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(reasons).containsExactly("browser_crashed"));
        }
    }

    @Test
    void tellsThatThePageCrashed() throws IOException {
        try (var browser = Chromium.open(BROWSER, page(), reasons::add)) {
            family(browser.pid())
                    .filter(it -> commandLine(it).contains("--type=renderer"))
                    .forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(reasons).containsExactly("page_crashed"));
        }
    }

    @Test
    void refusesAPageThatDoesNotOpen() {
        assertThatThrownBy(() -> Chromium.open(BROWSER, "http://127.0.0.1:9/", reasons::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the recorder page does not open");
    }

    @Test
    void tellsWhatABrokenBrowserSaid(@TempDir Path folder) throws IOException {
        var broken = Files.writeString(folder.resolve("chromium"), "#!/bin/sh\necho no luck today >&2\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Chromium.open(broken, page(), reasons::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no luck today");
    }

    @Test
    void diesWithTheServerEvenIfThatIsKilled() throws IOException {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledServer.class.getName(),
                        BROWSER.toString(),
                        page())
                .redirectErrorStream(true)
                .start();
        try (var out = server.inputReader()) {
            var line =
                    out.lines().filter(it -> it.startsWith("pid ")).findFirst().orElseThrow();
            long pid = Long.parseLong(line.substring(4));
            var family = family(pid).toList();
            var profile = profile(pid);
            assertThat(family).hasSizeGreaterThan(2).allMatch(ProcessHandle::isAlive);

            server.destroyForcibly();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(family).noneMatch(ChromiumTests::runs));
            assertThat(profile).isDirectory();
            Chromium.sweep();
            assertThat(profile).doesNotExist();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void findsTheBrowserBySettingThenByName(@TempDir Path folder) throws IOException {
        var chrome = Files.createFile(folder.resolve("google-chrome"));
        assertThat(chrome.toFile().setExecutable(true)).isTrue();
        assertThat(settings("").browser("/nonexistent:" + folder)).contains(chrome);
        assertThat(settings("").browser("/nonexistent")).isEmpty();
        assertThat(settings("google-chrome").browser(folder.toString())).contains(chrome);
        assertThat(settings(BROWSER.toString()).browser("")).contains(BROWSER);
        assertThat(settings("/nonexistent/chromium").browser(folder.toString())).isEmpty();
    }

    /** A server with a browser, waiting for its end. */
    static class KilledServer {
        public static void main(String[] arguments) throws Exception {
            var browser = Chromium.open(Path.of(arguments[0]), arguments[1], reason -> {});
            System.out.println("pid " + browser.pid());
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    private String page() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static Path browser() {
        return settings("").browser().orElseThrow();
    }

    private static RecorderProperties settings(String chromium) {
        var any = Duration.ofSeconds(1);
        return new RecorderProperties(chromium, 2, "", "", any, any, any, any);
    }

    private static Stream<ProcessHandle> family(long pid) {
        var root = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants());
    }

    /** A killed process whose parent is gone may wait for its burial for a while. */
    private static boolean runs(ProcessHandle process) {
        try {
            return process.isAlive()
                    && !Files.readString(Path.of("/proc", "" + process.pid(), "stat"))
                            .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path profile(long pid) {
        var flag = "--user-data-dir=";
        return Stream.of(commandLine(ProcessHandle.of(pid).orElseThrow()).split("\0"))
                .filter(it -> it.startsWith(flag))
                .map(it -> Path.of(it.substring(flag.length())))
                .findFirst()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void itsLastWordsHoldNoAddress() {
        assertThat(Chromium.told(
                        List.of("a", "1", "2", "3", "4", "cannot open http://127.0.0.1:1/recorder#code=secret now")))
                .isEqualTo(" | 1 | 2 | 3 | 4 | cannot open (address) now");
    }
}
