package io.causerie.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of the proxies a setting names, and of nobody else; every other forwarded header counts
 * for nothing (contract 01, sections 10.1, 10.2 and 14). The client is the right-most address that is no such proxy.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String LOOPBACK = "127.0.0.0/8,::1";
    private static final String PRIVATE =
            LOOPBACK + ",10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,169.254.0.0/16,fc00::/7,fe80::/10";
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[(.+)]|([\\d.]+))(?::\\d+)?");

    private final Networks proxies;
    private final boolean schemes;

    TrustedProxies(DoorProperties door, CauserieProperties causerie) {
        var usual = causerie.production() ? PRIVATE : LOOPBACK;
        this.proxies = Networks.of(door.trustedProxies().isBlank() ? usual : door.trustedProxies());
        this.schemes = causerie.production() || causerie.url().startsWith("https:");
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addEngineValves(new Reader());
    }

    /** The client behind the peer; {@code forwarded} are the addresses of {@code X-Forwarded-For}, in their order. */
    String client(String peer, List<String> forwarded) {
        var client = peer;
        for (var hop : forwarded.reversed()) {
            var address = address(hop);
            if (!proxies.hold(client) || address.isEmpty()) {
                return client;
            }
            client = address.get();
        }
        return client;
    }

    private static Optional<String> address(String hop) {
        var bare = bare(hop);
        return Networks.literal(bare).map(it -> bare);
    }

    /** Some proxies write a port behind the address. */
    private static String bare(String hop) {
        int colon = hop.indexOf(':');
        boolean severalColons = colon >= 0 && hop.indexOf(':', colon + 1) >= 0;
        if (!hop.startsWith("[") && (colon < 0 || severalColons)) {
            return hop;
        }
        var parts = WITH_PORT.matcher(hop);
        return !parts.matches() ? hop : parts.group(1) == null ? parts.group(2) : parts.group(1);
    }

    private static boolean https(@Nullable String proto) {
        return proto != null
                && (proto.equals("https") || proto.split(",", 2)[0].strip().equals("https"));
    }

    /** Whether a {@code Host} ends with a port. */
    static boolean portNamed(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int last = host.length() - 1;
        int at = last;
        while (at >= 0 && host.charAt(at) >= '0' && host.charAt(at) <= '9') {
            at--;
        }
        return at >= 0 && at < last && host.charAt(at) == ':';
    }

    private final class Reader extends ValveBase {

        Reader() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var peer = request.getRemoteAddr();
            if (peer != null && proxies.hold(peer)) {
                believe(request, peer);
            }
            getNext().invoke(request, response);
        }

        private void believe(Request request, String peer) {
            var client = client(peer, forwarded(request));
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            if (schemes && https(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                if (!portNamed(request.getHeader("Host"))) {
                    request.setServerPort(443);
                }
            }
        }

        private static List<String> forwarded(Request request) {
            var lines = request.getHeaders("X-Forwarded-For");
            if (!lines.hasMoreElements()) {
                return List.of();
            }
            var first = lines.nextElement();
            if (!lines.hasMoreElements() && first.indexOf(',') < 0) {
                return List.of(first.strip());
            }
            var hops = new ArrayList<String>();
            addHops(first, hops);
            while (lines.hasMoreElements()) {
                addHops(lines.nextElement(), hops);
            }
            return hops;
        }

        private static void addHops(String line, List<String> hops) {
            for (var hop : line.split(",")) {
                hops.add(hop.strip());
            }
        }
    }
}
