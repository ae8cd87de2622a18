package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Guarded;
import io.causerie.platform.HookToken;
import io.causerie.platform.Message;
import io.causerie.storage.StorageNotices.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the object store tells that a recording's file was written (contract 04, section 7). */
@RestController
@RequestMapping("/api/v1.0/recordings/storage-hook/")
class StorageHookController implements Guarded {

    private final StorageHookProperties properties;
    private final HookToken token;
    private final NoticeParser parser;
    private final ObjectProvider<StorageNotices> notices;

    StorageHookController(
            StorageHookProperties properties, NoticeParser parser, ObjectProvider<StorageNotices> notices) {
        this.properties = properties;
        this.token = new HookToken("Storage event API", properties.storageEventToken());
        this.parser = parser;
        this.notices = notices;
    }

    @Override
    public void admit(HttpServletRequest request) {
        if (properties.storageEventAuth()) {
            token.check(request);
        }
    }

    @PostMapping
    Message told(Body body) {
        if (!properties.storageEventEnabled()) {
            throw new ApiException.NotFound();
        }
        var messages = parser.parse(body.tree()).stream().map(this::outcome).toList();
        return messages.getFirst().get();
    }

    /** Acts on one notice; the answer is built later, because only the first notice's counts. */
    private java.util.function.Supplier<Message> outcome(StorageNotice notice) {
        return switch (notice) {
            case StorageNotice.Ignored it -> () -> new Message("Notification ignored.");
            case StorageNotice.Created it -> {
                var outcome = notices.getObject().created(it);
                yield () -> message(outcome, it);
            }
        };
    }

    private static Message message(Outcome outcome, StorageNotice.Created notice) {
        return switch (outcome) {
            case PROCESSED -> new Message("Event processed.");
            case UNKNOWN -> throw new ApiException.NotFound("No recording found for this event.");
            case NOT_SAVABLE ->
                throw new ApiException.Forbidden("Recording with ID " + notice.object()
                        + " cannot be saved because it is either, in an error state or has already been saved.");
        };
    }
}
