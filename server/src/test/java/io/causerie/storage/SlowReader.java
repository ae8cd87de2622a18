package io.causerie.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;

/** A browser that asks for a file, reads that it is answered, and then nothing. */
final class SlowReader implements AutoCloseable {

    private static final String STATUS = "HTTP/1.1 200";

    private final Socket socket = new Socket();

    private SlowReader(int port, String path, String cookies) {
        try {
            socket.setReceiveBufferSize(4096); // little fits between the server and a reader who does not read
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 30_000);
            var request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n".formatted(path, port, cookies);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(STATUS.length()), US_ASCII))
                    .isEqualTo(STATUS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One after the other, each when the one before is being served. */
    static Several several(int count, int port, String path, String cookies) {
        return new Several(IntStream.range(0, count)
                .mapToObj(it -> new SlowReader(port, path, cookies))
                .toList());
    }

    /** Many of them, who leave together. */
    record Several(List<SlowReader> readers) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
