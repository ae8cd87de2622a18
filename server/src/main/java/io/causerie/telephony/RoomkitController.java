package io.causerie.telephony;

import io.causerie.livekit.LiveKitException;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.Guarded;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a room to a room system that dials before anybody else is there; called by the SIP bridge (contract 03, section 16.4; 05, section 5). */
@RestController
class RoomkitController implements Guarded {

    private static final Logger log = LoggerFactory.getLogger(RoomkitController.class);

    private final TelephonyProperties properties;
    private final RoomkitToken token;
    private final Rooms rooms;
    private final DispatchRules rules;
    private final ApplicationEventPublisher events;

    RoomkitController(
            TelephonyProperties properties, Rooms rooms, DispatchRules rules, ApplicationEventPublisher events) {
        this.properties = properties;
        this.token = new RoomkitToken(properties.roomkitToken());
        this.rooms = rooms;
        this.rules = rules;
        this.events = events;
    }

    @Override
    public void admit(HttpServletRequest request) {
        token.check(request);
    }

    @Throttled(ThrottleScope.ROOMKIT_JOIN)
    @PostMapping("/api/v1.0/roomkit/join/")
    Map<String, String> join(Body body) {
        if (!properties.roomkitEnabled()) {
            throw new ApiException.NotFound();
        }
        var room = rooms.reachedBy(pin(body))
                .orElseThrow(() -> new ApiException.NotFound("No room found for this PIN code."));
        if (!properties.lets(room)) {
            throw new ApiException.Forbidden("This room is not open to callers.");
        }
        boolean created = ensure(room);
        log.info("Roomkit join requested: room_id={}, dispatch_rule_created={}", room.id(), created);
        events.publishEvent(new RoomkitJoined(room.id(), created));
        return Map.of("status", "success");
    }

    private String pin(Body body) {
        var input = body.read();
        var pin = input.requiredText("pin_code", Integer.MAX_VALUE);
        input.verify();
        if (pin.length() != properties.pinLength()) {
            throw ApiException.Invalid.field("pin_code", "PIN code length is invalid.");
        }
        return pin;
    }

    private boolean ensure(Room room) {
        try {
            return rules.ensure(room);
        } catch (LiveKitException e) {
            log.error("no dispatch rule for room {}: {}", room.id(), e.getMessage());
            throw new ApiException.Refused(500, "Could not create dispatch rule.");
        }
    }
}
