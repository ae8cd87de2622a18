package io.causerie;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** A real nginx. */
public final class NginxServer {

    private NginxServer() {}

    static ProxyServer before(int one, int other) {
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
    public static ProxyServer serving(IntFunction<String> blocks) {
        return ProxyServer.running((port, folder) -> {
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
            return new ProcessBuilder(program(), "-p", folder.toString(), "-c", file.toString());
        });
    }

    private static String program() {
        var usual = Path.of("/usr/sbin/nginx");
        return Files.isExecutable(usual) ? usual.toString() : "nginx";
    }
}
