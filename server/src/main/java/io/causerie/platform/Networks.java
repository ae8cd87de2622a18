package io.causerie.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Addresses and networks, such as {@code 10.0.0.0/8} or {@code ::1}; never asks a name server. */
record Networks(List<Network> networks) {

    static final String NONE = "none";

    private record Network(byte[] address, int bits) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != other[i]) {
                    return false;
                }
            }
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return mask == 0 || (address[whole] & mask) == (other[whole] & mask);
        }

        static Network of(String text) {
            var parts = text.split("/", 2);
            var address =
                    literal(parts[0]).orElseThrow(IllegalArgumentException::new).getAddress();
            int most = address.length * 8;
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("no prefix length");
            }
            return new Network(address, bits);
        }
    }

    /** Reads a list separated by commas; {@code none} is the empty one. */
    static Networks of(String text) {
        if (text.strip().equals(NONE)) {
            return new Networks(List.of());
        }
        return new Networks(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Network::of)
                .toList());
    }

    static boolean reads(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean hold(String address) {
        var bytes = bytes(address);
        for (var network : networks) {
            if (network.holds(bytes)) {
                return true;
            }
        }
        return false;
    }

    /** None for names and nonsense. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The address a text is; an IPv4 address in the form of IPv6 is the IPv4 one. Empty for names and nonsense. */
    static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What counts as one client: an IPv4 address, or the /64 an IPv6 address is in, since a household has as many as it likes. */
    static String client(String address) {
        return literal(address)
                .map(it -> it instanceof Inet4Address
                        ? it.getHostAddress()
                        : HexFormat.of().formatHex(it.getAddress(), 0, 8))
                .orElse(address);
    }
}
