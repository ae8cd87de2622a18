package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Speaks HTTP with the identity provider: bounded in time and size, following no redirect. */
@Component
class ProviderHttp {

    private static final int LARGEST = 1 << 20;

    private final ProviderProperties properties;
    private final Duration timeout;
    private @Nullable HttpClient client;

    ProviderHttp(ProviderProperties properties) {
        this.properties = properties;
        this.timeout = Duration.ofSeconds(Math.max(1, properties.timeout()));
    }

    /** Made when first needed: it reads all trusted certificates. */
    private synchronized HttpClient client() {
        var known = client;
        if (known == null) {
            known = open();
            client = known;
        }
        return known;
    }

    private HttpClient open() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout);
        if (!properties.verifySsl()) {
            builder.sslContext(trustingAnybody());
        }
        if (!properties.proxy().isEmpty()) {
            var proxy = URI.create(properties.proxy().strip());
            int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
            builder.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), port)));
        }
        return builder.build();
    }

    /** Begins a request that {@link #send} may finish. */
    HttpRequest.Builder to(String endpoint) {
        try {
            return HttpRequest.newBuilder(URI.create(endpoint)).timeout(timeout);
        } catch (IllegalArgumentException e) {
            throw new Failed("an endpoint of the provider is not configured");
        }
    }

    /** The answer, if it is 200. */
    HttpResponse<byte[]> send(String what, HttpRequest request) {
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST);
        var answer = client().sendAsync(request, handler);
        try {
            var response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new Failed("the provider answered " + response.statusCode() + " to the " + what + " call");
            }
            return response;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Failed("the provider did not answer the " + what + " call in time");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new Failed("the " + what + " call failed: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted during the " + what + " call");
        }
    }

    /** For {@code OIDC_VERIFY_SSL=false} only: neither certificates nor host names are looked at. */
    private static SSLContext trustingAnybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAnybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustAnybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
