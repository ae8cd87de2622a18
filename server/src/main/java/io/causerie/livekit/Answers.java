package io.causerie.livekit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Waits for LiveKit's answer and tells what is certain about it: done, refused, or unknown. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    /** The answer's body, which is empty for calls that answer nothing. */
    static <T> Optional<T> of(Call<T> call) {
        var response = execute(call);
        if (!response.isSuccessful()) {
            throw refusal(response.code(), response.errorBody());
        }
        return Optional.ofNullable(response.body());
    }

    private static <T> Response<T> execute(Call<T> call) {
        try {
            return call.execute();
        } catch (ConnectException | UnknownHostException | NoRouteToHostException | SSLHandshakeException e) {
            throw LiveKitException.Refused.unreached(e.getClass().getSimpleName());
        } catch (IOException | RuntimeException e) {
            throw new LiveKitException.Unknown(e.getClass().getSimpleName());
        }
    }

    /** A proxy's page says nothing about what LiveKit did, nor does LiveKit's own word that time ran out. */
    private static LiveKitException refusal(int status, @Nullable ResponseBody body) {
        try {
            var error = JSON.readTree(body == null ? "" : body.string());
            var code = error.path("code").asString("");
            if (code.equals("deadline_exceeded")) {
                return new LiveKitException.Unknown(code);
            }
            if (!code.isEmpty()) {
                return new LiveKitException.Refused(code, error.path("msg").asString(""));
            }
        } catch (IOException | JacksonException e) {
            // told below, like any other answer that is not Twirp's
        }
        return status >= 500
                ? new LiveKitException.Unknown("status " + status)
                : new LiveKitException.Refused("unknown", "status " + status);
    }
}
