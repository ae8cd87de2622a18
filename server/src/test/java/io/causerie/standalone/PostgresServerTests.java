package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.platform.Secret;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    private static final Secret PASSWORD = new Secret("a password of this test");
    private static final Console SILENT = new Console(new PrintStream(OutputStream.nullOutputStream()));

    @TempDir
    Path home;

    private DataFolder folder;
    private PostgresServer server;

    @BeforeEach
    void startForTheFirstTime() {
        folder = DataFolder.open(home);
        server = start();
    }

    @AfterEach
    void stop() {
        server.stop();
        folder.close();
    }

    @Test
    void findsItsDataAgainAtTheSamePort() throws SQLException {
        execute("create table kept as select 42 as answer");
        var address = server.jdbcUrl();

        server.stop();
        assertThat(server.process().isAlive()).isFalse();
        server = start();

        assertThat(server.jdbcUrl()).isEqualTo(address);
        assertThat(execute("select answer from kept")).isEqualTo("42");
    }

    @Test
    void asksForThePassword() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DriverManager.getConnection(server.jdbcUrl(), server.userName(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void writesToDiskBeforeItPromises() throws SQLException {
        assertThat(execute("show fsync")).isEqualTo("on");
        assertThat(execute("show synchronous_commit")).isEqualTo("on");
        assertThat(execute("show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void isAdoptedWhenItOutlivedAServer() {
        var pid = server.process().pid();

        server.leave();
        server = start();

        assertThat(server.process().pid()).isEqualTo(pid);
    }

    @Test
    void isStartedAgainWhenItDies() throws SQLException {
        execute("create table kept as select 42 as answer");
        var pid = server.process().pid();

        server.process().destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertThat(server.process().pid()).isNotEqualTo(pid);
            assertThat(execute("select answer from kept")).isEqualTo("42");
        });
    }

    private PostgresServer start() {
        return PostgresServer.start(folder, Folders.cache(), PASSWORD, SILENT);
    }

    private String execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.userName(), PASSWORD.value());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
