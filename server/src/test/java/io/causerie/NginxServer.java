package io.causerie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** A real nginx on a free port of the loopback, before servers of ours. */
public final class NginxServer implements ProxyServer {

    private final Process process;
    private final int port;

    private NginxServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static NginxServer before(int one, int other) {
        return serving(port -> """
                upstream causerie {
                    server 127.0.0.1:%2$d max_fails=1 fail_timeout=5s;
                    server 127.0.0.1:%3$d max_fails=1 fail_timeout=5s;
                }
                server {
                    listen 127.0.0.1:%1$d;
                    location / {
                        proxy_pass http://causerie;
                        proxy_connect_timeout 2s;
                        proxy_next_upstream error timeout;
                        proxy_set_header Host $http_host;
                        proxy_set_header X-Forwarded-For $remote_addr;
                        proxy_set_header X-Forwarded-Proto $scheme;
                    }
                }
                """.formatted(port, one, other));
    }

    /** What stands in its {@code http} block, by the port it is to listen on. */
    public static NginxServer serving(IntFunction<String> blocks) {
        int port = LiveKitServer.freePort();
        try {
            var folder = Files.createTempDirectory("nginx");
            var configuration = """
                    daemon off;
                    worker_processes 1;
                    pid %1$s/pid;
                    error_log %1$s/error.log;
                    events { worker_connections 256; }
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                    """.formatted(folder) + blocks.apply(port) + "}\n";
            var file = Files.writeString(folder.resolve("nginx.conf"), configuration);
            var process = new ProcessBuilder(program(), "-p", folder.toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            var nginx = new NginxServer(process, port);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(nginx::answers);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try {
            return new Http(port).get("/__lbheartbeat__").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String program() {
        var usual = Path.of("/usr/sbin/nginx");
        return Files.isExecutable(usual) ? usual.toString() : "nginx";
    }
}
