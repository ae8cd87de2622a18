package io.causerie.telephony;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.Sip;
import io.causerie.livekit.Sip.Rule;
import io.causerie.rooms.Room;
import io.causerie.rooms.Rooms;
import io.causerie.telephony.DispatchRuleRepository.Known;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The rules by which LiveKit leads callers to rooms (contract 03, section 16.2). LiveKit gives them their ids and finds them by nothing else; we keep the ids, so
 * that a call is about one room. All rules are gone through only where the id is not known: after another server made the rule, or when PINs collide.
 */
@Service
class DispatchRules {

    private static final Logger log = LoggerFactory.getLogger(DispatchRules.class);

    private final Sip sip;
    private final Rooms rooms;
    private final DispatchRuleRepository repository;
    private final TelephonyProperties properties;

    DispatchRules(Sip sip, Rooms rooms, DispatchRuleRepository repository, TelephonyProperties properties) {
        this.sip = sip;
        this.rooms = rooms;
        this.repository = repository;
        this.properties = properties;
    }

    /** Lets callers into the room, if it has a PIN and they may; true if they could not come in before. May throw {@link LiveKitException}. */
    boolean ensure(Room room) {
        var known = repository.find(room.id());
        var pin = room.pinCode() == null ? "" : room.pinCode();
        if (pin.isEmpty() || !properties.lets(room)) {
            shut(room, known);
            return false;
        }
        return !stands(known, room, pin) && create(room, pin);
    }

    /** Lets no callers into the room any more; it need not exist. May throw {@link LiveKitException}, and has then deleted none, or some. */
    void remove(UUID room) {
        var ids = repository.find(room).map(DispatchRules::ids).orElseGet(() -> ids(room));
        if (ids.size() > 1) {
            log.error("room {} has {} dispatch rules: all are deleted", room, ids.size());
        }
        ids.forEach(sip::delete);
        repository.forget(room);
    }

    /** Where nothing is known, a room without a PIN is taken for shut: nobody can type none. */
    private void shut(Room room, Optional<Known> known) {
        if (known.map(it -> it.rule() != null).orElse(!properties.lets(room))) {
            remove(room.id());
        }
        repository.know(room.id(), null);
    }

    /** Whether the rule we know of is there; one that asks for an old PIN is taken away. */
    private boolean stands(Optional<Known> known, Room room, String pin) {
        var rule = known.map(Known::rule).flatMap(sip::find);
        if (rule.isPresent() && !rule.get().pin().equals(pin)) {
            remove(room.id());
            return false;
        }
        return rule.isPresent();
    }

    private boolean create(Room room, String pin) {
        return made(room, pin) || !existed(room, pin) && made(room, pin);
    }

    private boolean made(Room room, String pin) {
        var id = sip.create(name(room.id()), room.live(), pin);
        id.filter(it -> !it.isEmpty()).ifPresent(it -> repository.know(room.id(), it));
        return id.isPresent();
    }

    /** Somebody else's rule stands for the PIN: the room's own, which is as good as ours, or one left behind, which is deleted. */
    private boolean existed(Room room, String pin) {
        var same = sip.list().stream().filter(it -> it.pin().equals(pin)).toList();
        var own = same.stream().filter(it -> it.name().equals(name(room.id()))).findFirst();
        if (own.isPresent() || same.isEmpty()) {
            own.ifPresent(it -> repository.know(room.id(), it.id()));
            return true;
        }
        for (var rule : same) {
            if (!leftBehind(rule, pin)) {
                throw new LiveKitException.Refused("already_exists", "another rule stands for the PIN");
            }
            sip.delete(rule.id());
        }
        return false;
    }

    /** A rule of a room that is gone, or has another PIN by now; nobody else's rule is touched. */
    private boolean leftBehind(Rule rule, String pin) {
        return LiveNames.id(rule.room())
                .filter(it -> rule.name().equals(name(it)))
                .filter(it -> rooms.find(it)
                        .filter(room -> pin.equals(room.pinCode()))
                        .isEmpty())
                .isPresent();
    }

    private static List<String> ids(Known known) {
        return known.rule() == null ? List.of() : List.of(known.rule());
    }

    private List<String> ids(UUID room) {
        return sip.list().stream()
                .filter(it -> it.name().equals(name(room)))
                .map(Rule::id)
                .toList();
    }

    private static String name(UUID room) {
        return "SIP_" + room;
    }
}
