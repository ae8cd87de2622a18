package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.causerie.Http;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** How recordings reach their readers, whatever store they lie in (contract 04, section 15.3). */
interface GatewayContract {

    long MIB = 1 << 20;

    /** The server under test, its store, and a recording of Alice's in it. */
    MediaTest server();

    /** How many files or connections the server has open at the store for the recording. */
    long upstreams() throws IOException;

    private Http alice() {
        return MediaTest.at(server().port, server().alice);
    }

    private String path() {
        return server().path;
    }

    @Test
    default void aFileComesWholeWithWhatBrowsersNeedToKnow() {
        var answer = alice().get(path());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Length")).isEqualTo("10");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).startsWith("\"").endsWith("\"");
        assertThat(answer.header("Last-Modified")).endsWith(" GMT");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Content-Disposition")).matches("attachment; .*Weekly-\\d{4}-\\d\\d-\\d\\d\\.mp4.*");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    default void partsOfItComeByRange() {
        for (var range : List.of("2-4", "7-", "-3", "8-99")) {
            var answer = alice().with("Range", "bytes=" + range).get(path());
            assertThat(answer.status()).as(range).isEqualTo(206);
            assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
            assertThat(answer.body()).isEqualTo(range.equals("2-4") ? "234" : range.equals("8-99") ? "89" : "789");
            assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.bytes().length));
        }
        var beyond = alice().with("Range", "bytes=10-").get(path());
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    default void severalPartsComeInOneAnswer() {
        var answer = alice().with("Range", "bytes=7-8,0-1").get(path());
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Type")).startsWith("multipart/byteranges; boundary=");
        assertThat(answer.body())
                .contains("Content-Range: bytes 7-8/10\r\n\r\n78\r\n", "Content-Range: bytes 0-1/10\r\n\r\n01\r\n");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.bytes().length));
    }

    /** Beyond the size from which a folder leaves it to the kernel. */
    @Test
    default void largePartsComeWholeToo() throws IOException {
        byte[] film = new byte[3 << 20];
        new Random(7).nextBytes(film);
        server().write(film);
        assertThat(alice().get(path()).bytes()).isEqualTo(film);
        for (int turn = 0; turn < 3; turn++) { // over one connection, as players do
            var part = alice().with("Range", "bytes=1000000-2999999").get(path());
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 1000000-2999999/" + film.length);
            assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(film, 1_000_000, 3_000_000));
        }
    }

    /** RFC 9110, section 14.2: a range is understood with GET only. */
    @Test
    default void headTellsOfTheWholeFileWhateverRangeIsAskedFor() {
        for (var headers :
                List.of(List.of("Accept", "*/*"), List.of("Range", "bytes=2-4"), List.of("Range", "bytes=10-"))) {
            var answer = alice().with(headers.getFirst(), headers.getLast())
                    .send("HEAD", path(), BodyPublishers.noBody(), null);
            assertThat(answer.status()).as(headers.getLast()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).isEqualTo("10");
            assertThat(answer.header("ETag")).isEqualTo(alice().get(path()).header("ETag"));
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Test
    default void whatABrowserHasIsNotSentAgainAndARangeContinuesTheSameFileOnly() {
        var first = alice().get(path());
        assertThat(alice().with("If-None-Match", first.header("ETag"))
                        .get(path())
                        .status())
                .isEqualTo(304);
        assertThat(alice().with("If-Modified-Since", first.header("Last-Modified"))
                        .get(path())
                        .status())
                .isEqualTo(304);
        for (var condition : List.of(first.header("ETag"), first.header("Last-Modified"))) {
            var same = alice().with("Range", "bytes=5-")
                    .with("If-Range", condition)
                    .get(path());
            assertThat(same.status()).isEqualTo(206);
        }
        for (var condition :
                List.of("\"other\"", "W/" + first.header("ETag"), "Sun, 01 Mar 2020 10:00:00 GMT", "nonsense")) {
            var other = alice().with("Range", "bytes=5-")
                    .with("If-Range", condition)
                    .get(path());
            assertThat(other.status()).as(condition).isEqualTo(200);
            assertThat(other.body()).isEqualTo("0123456789");
        }
    }

    /** Issue 6: the database is asked who reads, and once whether they may, however the file is asked for. */
    @Test
    default void aFilmCostsOneStatementBeyondTheSession() {
        var server = server();
        var etag = alice().get(path()).header("ETag");
        // refused without looking anything up but the session
        int session = server.statements
                .during(() -> assertThat(
                                alice().get("/api/v1.0/recordings/media-auth/").status())
                        .isEqualTo(403))
                .size();
        assertThat(session).isBetween(1, 2);
        for (var headers : List.of(
                List.of("Accept", "*/*"),
                List.of("Range", "bytes=2-4"),
                List.of("Range", "bytes=7-8,0-1"),
                List.of("Range", "bytes=10-"),
                List.of("If-None-Match", etag))) {
            for (var method : List.of("GET", "HEAD")) {
                var sent = server.statements.during(() -> assertThat(alice().with(headers.getFirst(), headers.getLast())
                                .send(method, path(), BodyPublishers.noBody(), null)
                                .status())
                        .isIn(200, 206, 304, 416));
                assertThat(sent)
                        .as(method + " " + headers + "\n" + String.join("\n", sent))
                        .hasSizeLessThanOrEqualTo(session + 1);
            }
        }
    }

    /** Issue 6: 64 KiB each, 200 who do not read cost less than 100 MiB, and neither a connection to the database nor a thread each. */
    @Test
    default void twoHundredReadersWhoDoNotReadTakeLittleMemoryAndLeaveNothingBehind() throws IOException, SQLException {
        server().write(new byte[16 << 20]); // several times what the kernel keeps between the server and such a reader
        slowReaders(20).close();
        none();
        long before = Live.bytes();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();

        try (var readers = slowReaders(200)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> upstreams() >= 200); // a file may be opened after its head is sent
            long extra = Live.bytes() - before;
            assertThat(upstreams()).as("all are still being served").isGreaterThanOrEqualTo(200);
            assertThat(extra).isLessThan(100 * MIB);
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 50);
            var database = server().context
                    .getBean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean();
            await().atMost(Duration.ofSeconds(30)).until(() -> database.getActiveConnections() == 0);
            assertThat(alice().with("Range", "bytes=0-9").get(path()).status())
                    .as("others are served meanwhile")
                    .isEqualTo(206);
        }
        none();
    }

    @Test
    default void theMeasureSeesWhatIsHeld() {
        long before = Live.bytes();
        byte[][] held = new byte[20 * 16][64 << 10];
        assertThat(Live.bytes() - before).isBetween(19 * MIB, 30 * MIB);
        assertThat(held).hasDimensions(20 * 16, 64 << 10);
    }

    /** A minute, unless a test says otherwise: a player that was paused asks for the rest when it goes on. */
    @Test
    default void whoTakesNothingForLongIsLetGo() throws IOException {
        server().write(new byte[16 << 20]);
        var web = (TomcatWebServer) ((ServletWebServerApplicationContext) server().context).getWebServer();
        var connector = (AbstractProtocol<?>) web.getTomcat().getConnector().getProtocolHandler();
        int usual = connector.getConnectionTimeout();
        assertThat(usual).isEqualTo(60_000);
        connector.setConnectionTimeout(3_000);
        try (var reader = slowReaders(1)) {
            none(); // although the reader is still there
        } finally {
            connector.setConnectionTimeout(usual);
        }
    }

    private SlowReader.Several slowReaders(int count) {
        return SlowReader.several(count, server().port, path(), server().alice.cookies());
    }

    private void none() {
        await().atMost(Duration.ofSeconds(60)).until(() -> upstreams() == 0);
    }
}
