package io.causerie.standalone;

import io.causerie.platform.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The configuration we write for livekit-server: its ports, its one key, and our webhook.
 *
 * @param bind address it listens on for signalling
 * @param webhook our address for its events
 */
record LiveKitConfiguration(
        String bind, int port, int tcpPort, int udpPort, String nodeIp, Secret key, Secret secret, String webhook) {

    static LiveKitConfiguration of(StandaloneProperties properties, StandaloneSecrets secrets) {
        var livekit = properties.livekit();
        return new LiveKitConfiguration(
                livekit.bind().isBlank() ? properties.bind() : livekit.bind(),
                livekit.port(),
                livekit.tcpPort(),
                livekit.udpPort(),
                livekit.nodeIp(),
                secrets.liveKitKey(),
                secrets.liveKitSecret(),
                properties.inside() + "/api/v1.0/rooms/webhooks-livekit/");
    }

    /** Whether only programs of this machine can reach it. */
    boolean loopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Its address as seen from this machine. */
    String address() {
        return "http://" + (bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind) + ":" + port;
    }

    /** The file. On loopback no TCP media port is opened (LiveKit opens it on every address), and no STUN server outside is named to browsers. */
    String yaml() {
        return """
                # Written by Causerie at each start: set CAUSERIE_LIVEKIT_* instead of editing it.
                port: %d
                bind_addresses: ["%s"]
                rtc:
                  udp_port: %d
                %s
                keys:
                  %s: %s
                webhook:
                  api_key: %s
                  urls: ["%s"]
                # a recorder waits 60 s for people to come back; LiveKit would close the room after 20 s
                room:
                  departure_timeout: 70
                logging:
                  level: warn
                  json: false
                """.formatted(port, bind, udpPort, reach(), key.value(), secret.value(), key.value(), webhook);
    }

    private String reach() {
        if (loopback()) {
            return """
                      tcp_port: 0
                      node_ip: 127.0.0.1
                      use_external_ip: false
                      enable_loopback_candidate: true
                      interfaces: {includes: ["lo"]}
                      stun_servers: ["127.0.0.1:9"]""".indent(2).stripTrailing();
        }
        var nodes = nodeIp.isBlank() ? "" : "\n  node_ip: " + nodeIp;
        return "  tcp_port: " + tcpPort + "\n  use_external_ip: false\n  enable_loopback_candidate: " + nodeIp.isBlank()
                + nodes;
    }
}
