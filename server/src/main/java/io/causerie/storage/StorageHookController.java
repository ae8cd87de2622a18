package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.HookToken;
import io.causerie.platform.Message;
import io.causerie.storage.StorageNotices.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the object store tells that a recording's file was written (contract 04, section 7). */
@RestController
@RequestMapping("/api/v1.0/recordings/storage-hook/")
class StorageHookController {

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

    @PostMapping
    Message told(HttpServletRequest request, Body body) {
        if (properties.storageEventAuth()) {
            token.check(request);
        }
        if (!properties.storageEventEnabled()) {
            throw new ApiException.NotFound();
        }
        var messages = parser.parse(body.tree()).stream().map(this::outcome).toList();
        return messages.getFirst().get();
    }

    /** The other methods: without this they would be those of a recording called {@code storage-hook}. */
    @RequestMapping
    void otherwise(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("POST"));
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
