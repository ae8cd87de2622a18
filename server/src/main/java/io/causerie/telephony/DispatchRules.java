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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The rules by which LiveKit leads callers to rooms (contract 03, section 16.2). LiveKit gives them their ids and finds them by nothing else; we keep the ids, so
 * that a call is about one room. All rules are gone through only where the id is not known: after another server made the rule, or when PINs collide.
 *
 * <p>LiveKit does not notice two that are made for one PIN in the same moment, and makes no rule at all for anybody as long as both stand. So one at a time works on
 * a room's rule, and twins that another server left are parted.
 */
@Service
class DispatchRules {

    private static final Logger log = LoggerFactory.getLogger(DispatchRules.class);
    private static final String PREFIX = "SIP_";

    private final Sip sip;
    private final Rooms rooms;
    private final DispatchRuleRepository repository;
    private final RuleClaims claims;
    private final TelephonyProperties properties;

    DispatchRules(
            Sip sip,
            Rooms rooms,
            DispatchRuleRepository repository,
            RuleClaims claims,
            TelephonyProperties properties) {
        this.sip = sip;
        this.rooms = rooms;
        this.repository = repository;
        this.claims = claims;
        this.properties = properties;
    }

    /** Lets callers into the room, if it has a PIN and they may; true if they could not come in before. May throw {@link LiveKitException}. */
    boolean ensure(Room room) {
        return claims.hold(room.id(), () -> ensured(room));
    }

    private boolean ensured(Room room) {
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
        claims.hold(room, () -> {
            removeAll(room);
            return null;
        });
    }

    private void removeAll(UUID room) {
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
            removeAll(room.id());
        }
        repository.know(room.id(), null);
    }

    /** Whether the rule we know of is there; one that asks for an old PIN is taken away. */
    private boolean stands(Optional<Known> known, Room room, String pin) {
        var rule = known.map(Known::rule).flatMap(sip::find);
        if (rule.isPresent() && !rule.get().pin().equals(pin)) {
            removeAll(room.id());
            return false;
        }
        return rule.isPresent();
    }

    private boolean create(Room room, String pin) {
        if (made(room, pin)) {
            return true;
        }
        if (existed(room, pin)) {
            return false;
        }
        if (made(room, pin)) {
            return true;
        }
        throw new LiveKitException.Refused("already_exists", "another rule stands in the way");
    }

    private boolean made(Room room, String pin) {
        var id = sip.create(name(room.id()), room.live(), pin);
        id.filter(it -> !it.isEmpty()).ifPresent(it -> repository.know(room.id(), it));
        return id.isPresent();
    }

    /** What stands in the way: the room's own rule, which is as good as ours; one left behind, which is deleted; or twins, which are parted. */
    private boolean existed(Room room, String pin) {
        var all = sip.list();
        part(all);
        var same = all.stream().filter(it -> it.pin().equals(pin)).toList();
        var own = same.stream().filter(it -> it.name().equals(name(room.id()))).findFirst();
        if (own.isPresent()) {
            repository.know(room.id(), own.get().id());
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

    /** Deletes all but the first of the rules that let into the same room with the same PIN. */
    private void part(List<Rule> rules) {
        rules.stream()
                .filter(it -> it.name().startsWith(PREFIX))
                .collect(Collectors.groupingBy(it -> List.of(it.name(), it.room(), it.pin())))
                .values()
                .forEach(twins -> twins.stream().skip(1).map(Rule::id).forEach(sip::delete));
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
        return PREFIX + room;
    }
}
