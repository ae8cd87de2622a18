package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which hosts requests may be for (contract 01, section 10.1). */
@Component
class AllowedHosts {

    private static final Logger log = LoggerFactory.getLogger(AllowedHosts.class);
    private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[a-f0-9:.]+])(?::\\d*)?");
    private static final Set<String> TESTS = Set.of("Test", "ContinuousIntegration", "Build");

    private final List<String> allowed;
    private final boolean any;
    private final boolean ownAddress;
    /** Allowed by its name when it came last: nearly all requests are for the same one. */
    private volatile String last = "";

    AllowedHosts(DoorProperties door, CauserieProperties causerie) {
        this.allowed = allowed(door, causerie);
        this.any = causerie.development()
                || allowed.contains("*")
                || (allowed.isEmpty() && TESTS.contains(causerie.configuration()));
        this.ownAddress = causerie.production();
        if (!any && allowed.isEmpty()) {
            log.warn("DJANGO_ALLOWED_HOSTS is empty: requests are answered 400, whatever host they are for");
        }
    }

    /** Whether the request is for one of them; in production also for the address it arrived at, as probes are. */
    boolean allow(HttpServletRequest request) {
        var text = request.getHeader("Host");
        if (text != null && !text.isEmpty() && text.equals(last)) {
            return true;
        }
        var form = HOST.matcher((text == null ? request.getServerName() : text).toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return false;
        }
        var name = form.group(1);
        var host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (any || named(host)) {
            last = text == null ? last : text;
            return true;
        }
        return ownAddress && host.replaceAll("[\\[\\]]", "").equals(request.getLocalAddr());
    }

    private boolean named(String host) {
        for (var name : allowed) {
            if (covers(name, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String allowed, String host) {
        return allowed.startsWith(".")
                ? host.endsWith(allowed) || host.equals(allowed.substring(1))
                : host.equals(allowed);
    }

    private static List<String> allowed(DoorProperties door, CauserieProperties causerie) {
        var hosts = new ArrayList<String>();
        door.allowedHosts().forEach(it -> hosts.add(it.toLowerCase(Locale.ROOT)));
        if (!causerie.url().isEmpty()) {
            var host = URI.create(causerie.url()).getHost();
            if (host != null) {
                hosts.add(host.toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }
}
