package io.causerie.livekit;

import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.livekit.server.SipService;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import retrofit2.Retrofit;
import retrofit2.converter.protobuf.ProtoConverterFactory;

/**
 * The SDK's clients on HTTP clients of our own: one shared pool, a limit to each call, and certificates checked unless the operator says otherwise
 * (contract 04, section 5.7).
 */
@Component
class LiveKitClients {

    private static final Logger log = LoggerFactory.getLogger(LiveKitClients.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Somebody waits for most calls, and is to be told within three seconds. */
    private static final Duration CALL = Duration.ofMillis(2500);

    private static final Duration EGRESS_CALL = Duration.ofSeconds(10);

    private final LiveKitProperties properties;

    // Made when first needed: they load much, and a server that just starts has nobody to call.
    private final SingletonSupplier<OkHttpClient> http = SingletonSupplier.of(this::http);
    private final SingletonSupplier<RoomServiceClient> rooms = SingletonSupplier.of(this::makeRooms);
    private final SingletonSupplier<AgentDispatchServiceClient> agents = SingletonSupplier.of(this::makeAgents);
    private final SingletonSupplier<SipService> sip = SingletonSupplier.of(this::makeSip);
    private final SingletonSupplier<EgressServiceClient> egress = SingletonSupplier.of(this::makeEgress);
    private final SingletonSupplier<EgressServiceClient> egressOnce = SingletonSupplier.of(this::makeEgressOnce);

    LiveKitClients(LiveKitProperties properties) {
        this.properties = properties;
        if (!properties.verifySsl()) {
            log.warn("LIVEKIT_VERIFY_SSL is off: whoever answers at LiveKit's address is believed");
        }
    }

    RoomServiceClient rooms() {
        return rooms.obtain();
    }

    AgentDispatchServiceClient agents() {
        return agents.obtain();
    }

    /** The service behind the SDK's client, which cannot ask for one rule alone. */
    SipService sip() {
        return sip.obtain();
    }

    EgressServiceClient egress() {
        return egress.obtain();
    }

    /** For what must not be done twice: a fresh connection each time, as OkHttp sends again over one that went stale. */
    EgressServiceClient egressOnce() {
        return egressOnce.obtain();
    }

    private RoomServiceClient makeRooms() {
        return RoomServiceClient.createClient(
                origin(), properties.apiKey(), properties.apiSecret().value(), http::obtain);
    }

    private AgentDispatchServiceClient makeAgents() {
        return AgentDispatchServiceClient.createClient(
                origin(), properties.apiKey(), properties.apiSecret().value(), http::obtain);
    }

    private SipService makeSip() {
        return new Retrofit.Builder()
                .baseUrl(origin())
                .addConverterFactory(ProtoConverterFactory.create())
                .client(http.obtain())
                .build()
                .create(SipService.class);
    }

    private EgressServiceClient makeEgress() {
        return egress(http.obtain().newBuilder().callTimeout(EGRESS_CALL).build());
    }

    private EgressServiceClient makeEgressOnce() {
        return egress(http.obtain()
                .newBuilder()
                .callTimeout(EGRESS_CALL)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build());
    }

    private EgressServiceClient egress(OkHttpClient client) {
        return EgressServiceClient.createClient(
                origin(), properties.apiKey(), properties.apiSecret().value(), () -> client);
    }

    /** Scheme, host and port of {@code LIVEKIT_API_URL}; a path is dropped. The text may be no URL, which fails only the calls. */
    private String origin() {
        var url = properties.apiUrl() == null ? "" : properties.apiUrl().strip();
        try {
            var uri = URI.create(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (uri.getHost() != null && scheme.matches("(?i)https?|wss?")) {
                var http = scheme.matches("(?i)https|wss") ? "https" : "http";
                return http + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/";
            }
        } catch (IllegalArgumentException e) {
            // told below, like any other text that is no address
        }
        throw new LiveKitException.Refused("malformed", "LIVEKIT_API_URL is not the address of a server");
    }

    private OkHttpClient http() {
        var client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(EGRESS_CALL)
                .writeTimeout(CALL)
                .callTimeout(CALL)
                .followRedirects(false);
        if (!properties.verifySsl()) {
            trustAnybody(client);
        }
        return client.build();
    }

    private static void trustAnybody(OkHttpClient.Builder client) {
        try {
            var trust = new Anybody();
            var context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {trust}, new SecureRandom());
            client.sslSocketFactory(context.getSocketFactory(), trust).hostnameVerifier((host, session) -> true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Believes every certificate. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
