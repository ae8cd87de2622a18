package io.causerie.standalone;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports can be had before anything is started on them. */
final class Ports {

    private Ports() {}

    /** Fails with words that name the setting when another program listens there. */
    static void requireTcp(String bind, int port, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(bind, setting), port));
        } catch (IOException e) {
            throw taken("port " + port, setting, e);
        }
    }

    static void requireUdp(String bind, int port, String setting) {
        try (var socket = new DatagramSocket(new InetSocketAddress(address(bind, setting), port))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw taken("UDP port " + port, setting, e);
        }
    }

    static boolean freeOnLoopback(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int anyOnLoopback() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StandaloneFailure("No free port on this machine.", "Stop what uses them all.", e);
        }
    }

    private static InetAddress address(String bind, String setting) throws IOException {
        try {
            return InetAddress.getByName(bind);
        } catch (IOException e) {
            throw new StandaloneFailure(
                    "The address " + bind + " is not one of this machine.", "Correct " + setting + "'s address.", e);
        }
    }

    private static StandaloneFailure taken(String what, String setting, IOException cause) {
        return new StandaloneFailure(
                "Cannot listen on " + what + ": another program uses it, or it is not ours to use.",
                "Choose another one with " + setting + ", or stop the other program.",
                cause);
    }
}
