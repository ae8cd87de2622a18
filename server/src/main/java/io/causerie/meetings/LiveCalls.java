package io.causerie.meetings;

import io.causerie.livekit.LiveKitException;
import io.causerie.platform.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a moderator is told when LiveKit does not do what they ask (contract 03, section 12): 404 for somebody who is not there, 500 for a refusal, 503 when
 * LiveKit cannot be reached and 502 when it does not answer in time.
 */
final class LiveCalls {

    private static final Logger log = LoggerFactory.getLogger(LiveCalls.class);

    private LiveCalls() {}

    /** Does it; {@code failure} is the text of any error but the 404. */
    static void attempt(Runnable call, String failure) {
        try {
            call.run();
        } catch (LiveKitException e) {
            throw told(e, failure);
        }
    }

    static ApiException told(LiveKitException e, String failure) {
        if (e instanceof LiveKitException.Refused refused) {
            if (refused.notFound()) {
                return new ApiException.Failed(404, "Participant not found");
            }
            log.warn("{}: {}", failure, refused.code());
            return new ApiException.Failed(refused.answered() ? 500 : 503, failure);
        }
        log.warn("{}: no answer in time", failure);
        return ApiException.Failed.badGateway(failure);
    }
}
