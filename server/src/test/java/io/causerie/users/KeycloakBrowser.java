package io.causerie.users;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser at Keycloak's pages: keeps its cookies, fills in its form, follows no redirect by itself. */
final class KeycloakBrowser {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Where Keycloak sends the browser that visits this address; null when it shows a page. */
    String sentOn(String url) {
        return location(get(url));
    }

    /** Signs the person in on the page of this address; answers where Keycloak then sends the browser. */
    String signIn(String url) {
        var form = ACTION.matcher(get(url).body());
        if (!form.find()) {
            throw new IllegalStateException("no form to sign in with");
        }
        var fields = Map.of("username", KeycloakServer.PERSON, "password", KeycloakServer.PASSWORD, "credentialId", "");
        return location(kept(request(form.group(1).replace("&amp;", "&"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(KeycloakServer.form(fields)))));
    }

    private HttpResponse<String> get(String url) {
        return kept(request(url));
    }

    private HttpRequest.Builder request(String url) {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> kept(HttpRequest.Builder request) {
        var answer = KeycloakServer.send(request);
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(null);
    }
}
