package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with an account of the drilled server, signed in as anybody else is: by its own pages. */
final class Person implements AutoCloseable {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What came instead of an answer. */
    static final int NOTHING = 0;

    private final URI server;
    private final HttpClient http;
    private final CookieManager cookies = new CookieManager();
    private final String email;

    private Person(URI server, String email) {
        this.server = server;
        this.email = email;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** What the server said; status {@link #NOTHING} when it said nothing. */
    record Answer(int status, String body) {}

    /** Makes an account and signs in with it. */
    static Person register(URI server, String name, String email) {
        var person = new Person(server, email);
        var form = person.get("/register");
        var token = CSRF_FIELD.matcher(form.body());
        var password = "Drill " + UUID.randomUUID();
        var fields = Map.of(
                "_csrf", token.find() ? token.group(1) : "",
                "name", name,
                "email", email,
                "password", password,
                "repeated", password);
        person.send(HttpRequest.newBuilder(server.resolve("/register"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
        if (person.get("/api/v1.0/users/me/").status() != 200) {
            throw new CommandError("Nobody can sign in to the drilled server: its page of registration answered "
                    + form.status() + ".");
        }
        return person;
    }

    String email() {
        return email;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-CSRFToken", csrf())
                .POST(BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("X-CSRFToken", csrf())
                .DELETE());
    }

    /** How many bytes the server sends of that file; -1 when it does not. */
    long watch(String path) {
        try {
            var request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body().length : -1;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(NOTHING, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(NOTHING, "");
        }
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("csrftoken"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
