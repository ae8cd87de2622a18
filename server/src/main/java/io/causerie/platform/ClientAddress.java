package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Who counts as one client where people are not known by name (contract 01, section 14). */
public final class ClientAddress {

    private ClientAddress() {}

    /** The address the request comes from, as far as trusted proxies tell; an IPv6 network of /64 counts as one. */
    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    /** The same of an address as text. */
    public static String network(String address) {
        return Networks.client(address);
    }
}
