package io.causerie;

/** A real proxy on a free port of the loopback, before servers of ours. */
public interface ProxyServer extends AutoCloseable {

    int port();

    @Override
    void close();
}
