package io.causerie.users;

import io.causerie.Http;
import java.net.http.HttpRequest;

/**
 * A signed-in browser of a test.
 *
 * @param session the value of the session cookie
 * @param csrf the value of the CSRF cookie and header
 */
public record SignedIn(User user, String session, String csrf) {

    /** The {@code Cookie} header. */
    public String cookies() {
        return "sessionid=" + session + "; csrftoken=" + csrf;
    }

    /** A client that sends the cookies and the CSRF header with each request. */
    public Http http(int port) {
        return new Http(port).with("Cookie", cookies()).with("X-CSRFToken", csrf);
    }

    /** Adds the cookies and the CSRF header to a request. */
    public HttpRequest.Builder on(HttpRequest.Builder request) {
        return request.header("Cookie", cookies()).header("X-CSRFToken", csrf);
    }
}
