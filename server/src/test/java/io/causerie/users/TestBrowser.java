package io.causerie.users;

import io.causerie.Http;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser of a test: keeps cookies, follows a redirect only when told. */
public final class TestBrowser {

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public TestBrowser(int port) {
        this.port = port;
    }

    public Http.Answer get(String path) {
        return kept(client().get(path));
    }

    /** Sends a form as a page of ours would. */
    public Http.Answer post(String path, String form) {
        return kept(client().send("POST", path, BodyPublishers.ofString(form), "application/x-www-form-urlencoded"));
    }

    public Http.Answer send(String method, String path) {
        return kept(client().send(method, path, BodyPublishers.noBody(), null));
    }

    /** The value of a cookie, or null. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    /** The query parameters of an address, decoded. */
    public static Map<String, String> query(String url) {
        var query = URI.create(url).getRawQuery();
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private Http client() {
        var http = new Http(port);
        if (!cookies.isEmpty()) {
            http.with(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey("csrftoken")) {
            http.with("X-CSRFToken", cookies.get("csrftoken"));
        }
        return http;
    }

    private Http.Answer kept(Http.Answer answer) {
        for (var cookie : answer.response().headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
