package io.causerie.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded parts keep their data and listen.
 *
 * @param home folder that keeps everything between two starts
 * @param bind address our server listens on
 * @param port port our server listens on
 * @param url address people type, when it is not {@code http://127.0.0.1:port}
 * @param launcher process id of the script that started us, which stops the embedded parts itself; empty when there is none
 * @param databaseUrl the operator's own database; empty to start one here
 * @param livekit the media server
 */
@ConfigurationProperties("causerie.standalone")
record StandaloneProperties(
        @DefaultValue("data") String home,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("8080") int port,
        @DefaultValue("") String url,
        @DefaultValue("") String launcher,
        @DefaultValue("") String databaseUrl,
        @DefaultValue LiveKit livekit) {

    /** The address people type, without a slash at its end. */
    String address() {
        return url.isBlank() ? "http://127.0.0.1:" + port : url.replaceAll("/+$", "");
    }

    /** The address our own parts call, whatever people type. */
    String inside() {
        return "http://" + (bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind) + ":" + port;
    }

    /**
     * The supervised media server.
     *
     * @param server its program; empty to look on the PATH and in the cache folder of bin/setup
     * @param bind address it listens on for signalling; empty for the address our server listens on
     * @param port port for signalling
     * @param tcpPort port for media over TCP, opened only when not bound to loopback
     * @param udpPort port for media over UDP
     * @param nodeIp address browsers send media to; empty to let it find this machine's own
     * @param url address browsers and our server reach it by; empty for its own
     */
    record LiveKit(
            @DefaultValue("") String server,
            @DefaultValue("") String bind,
            @DefaultValue("7880") int port,
            @DefaultValue("7881") int tcpPort,
            @DefaultValue("7882") int udpPort,
            @DefaultValue("") String nodeIp,
            @DefaultValue("") String url) {}
}
