package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.livekit.Attendee;
import io.causerie.livekit.LiveKitEvent.RoomFinished;
import io.causerie.livekit.LiveKitEvent.RoomStarted;
import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.NotOurs;
import io.causerie.livekit.Sip.Rule;
import io.causerie.rooms.Rooms;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** LiveKit's dispatch rules follow the meetings (contract 03, sections 15.3 and 16.2). */
class DispatchRulesTests extends TelephonyTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DispatchRules rules;

    @Autowired
    Rooms rooms;

    @Test
    void comeAndGoWithARealMeeting() {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");

        try (var ignored = Attendee.enter(
                LIVEKIT.url(),
                as(alice).get(path(room)).json().at("/livekit/token").asString())) {
            await().until(() -> rulesOf(id(room)).size() == 1);
            assertThat(rulesOf(id(room)).getFirst())
                    .satisfies(it -> assertThat(it.room()).isEqualTo(id(room).toString()))
                    .satisfies(it ->
                            assertThat(it.pin()).isEqualTo(room.get("pin_code").asString()));
        }

        await().until(() -> rulesOf(id(room)).isEmpty());
    }

    @Test
    void costOneCallEachAndNoListing() {
        var room = aRoomOf(people.alice(), "public");

        assertThat(asked.during(() -> begin(room))).containsExactly("create");
        assertThat(asked.during(() -> begin(room))).containsExactly("find");
        assertThat(asked.during(() -> end(room))).containsExactly("delete");
        assertThat(asked.during(() -> begin(room))).containsExactly("create");
        end(room);
    }

    @Test
    void areNeverMadeForARoomWithoutAPin() {
        var room = aRoomOf(people.alice(), "public");
        pin(room, null);

        assertThat(asked.during(() -> begin(room))).isEmpty();
        assertThat(asked.during(() -> end(room))).isEmpty();
        pin(room, "");
        assertThat(asked.during(() -> begin(room))).isEmpty();
        assertThat(asked.during(() -> end(room))).isEmpty();
        assertThat(sip.list()).extracting(Rule::pin).doesNotContain("None", "");
    }

    @Test
    void madeByAnotherServerAreTakenOver() {
        var room = aRoomOf(people.alice(), "public");
        var theirs = sip.create(name(room), id(room).toString(), pin(room)).orElseThrow();

        assertThat(asked.during(() -> begin(room))).containsExactly("create", "list");
        assertThat(rulesOf(id(room))).extracting(Rule::id).containsExactly(theirs);
        assertThat(asked.during(() -> end(room))).containsExactly("delete");
        assertThat(rulesOf(id(room))).isEmpty();
    }

    @Test
    void madeByAnotherServerAreAllDeletedAtTheEnd() {
        var room = aRoomOf(people.alice(), "public");
        sip.create(name(room), id(room).toString(), pin(room));
        sip.create(name(room), id(room).toString(), "77" + pin(room));

        end(room);

        assertThat(rulesOf(id(room))).isEmpty();
    }

    @Test
    void thatLiveKitLostAreMadeAgain() {
        var room = aRoomOf(people.alice(), "public");
        begin(room);
        sip.delete(rulesOf(id(room)).getFirst().id());

        assertThat(asked.during(() -> begin(room))).containsExactly("find", "create");

        assertThat(rulesOf(id(room))).hasSize(1);
        end(room);
    }

    @Test
    void askForThePinTheRoomHasNow() {
        var room = aRoomOf(people.alice(), "public");
        begin(room);
        pin(room, "55" + pin(room));

        begin(room);

        assertThat(rulesOf(id(room))).extracting(Rule::pin).containsExactly("55" + pin(room));
        end(room);
    }

    @Test
    void leftBehindByARoomThatIsGoneMakeWay() {
        var room = aRoomOf(people.alice(), "public");
        var gone = UUID.randomUUID();
        sip.create("SIP_" + gone, gone.toString(), pin(room));

        begin(room);

        assertThat(rulesOf(gone)).isEmpty();
        assertThat(rulesOf(id(room))).hasSize(1);
        end(room);
    }

    @Test
    void ofTheOperatorAreNotTouched() {
        var room = aRoomOf(people.alice(), "public");
        var theirs = sip.create("reception", "reception", pin(room)).orElseThrow();

        assertThatExceptionOfType(LiveKitException.class).isThrownBy(() -> begin(room));

        assertThat(sip.find(theirs)).isPresent();
        sip.delete(theirs);
    }

    @Test
    void areMadeOnceHoweverManyAskAtATime() throws Exception {
        for (int i = 0; i < 10; i++) {
            var room = rooms.find(id(aRoomOf(people.alice(), "public"))).orElseThrow();
            try (var at = Executors.newFixedThreadPool(8)) {
                var created = at.invokeAll(Collections.<Callable<Boolean>>nCopies(8, () -> rules.ensure(room))).stream()
                        .filter(Future::resultNow)
                        .count();

                assertThat(created).isEqualTo(1);
            }
            assertThat(rulesOf(room.id())).hasSize(1);
            rules.remove(room.id());
        }
    }

    /** LiveKit refuses every rule, of any room, while two stand for one PIN. */
    @Test
    void thatAnotherServerMadeTwiceStopNobody() throws Exception {
        var twins = aRoomOf(people.alice(), "public");
        makeTwice(twins);
        var room = aRoomOf(people.alice(), "public");

        begin(room);

        assertThat(rulesOf(id(room))).hasSize(1);
        assertThat(rulesOf(id(twins))).hasSize(1);
        end(room);
        end(twins);
    }

    private void makeTwice(JsonNode room) throws Exception {
        try (var at = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200 && rulesOf(id(room)).size() < 2; i++) {
                rulesOf(id(room)).forEach(it -> sip.delete(it.id()));
                at.invokeAll(Collections.nCopies(8, () -> sip.create(name(room), id(room).toString(), pin(room))));
            }
        }
        assertThat(rulesOf(id(room))).hasSizeGreaterThan(1);
    }

    @Test
    void goWithADeletedRoomThatNobodyEntered() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        begin(room);

        assertThat(as(alice).delete(path(room)).status()).isEqualTo(204);

        await().until(() -> rulesOf(id(room)).isEmpty());
    }

    @Test
    void failTheWebhookWhenLiveKitIsAwayAndComeWithTheNextOne() {
        var room = aRoomOf(people.alice(), "public");
        asked.isAway();

        assertThatExceptionOfType(LiveKitException.class).isThrownBy(() -> begin(room));
        assertThatExceptionOfType(LiveKitException.class).isThrownBy(() -> end(room));

        asked.works();
        begin(room);
        assertThat(rulesOf(id(room))).hasSize(1);
        end(room);
    }

    @Test
    void ofRoomsThatAreNotOursAreNotAskedFor() {
        var unknown = UUID.randomUUID().toString();

        for (var name : List.of(unknown, "by-name", "")) {
            assertThat(asked.during(() -> assertThatExceptionOfType(NotOurs.class)
                            .isThrownBy(() -> events.publishEvent(new RoomStarted(name)))))
                    .isEmpty();
        }
        assertThatCode(() -> events.publishEvent(new RoomFinished(unknown))).doesNotThrowAnyException();
    }

    private void begin(JsonNode room) {
        events.publishEvent(new RoomStarted(id(room).toString()));
    }

    private void end(JsonNode room) {
        events.publishEvent(new RoomFinished(id(room).toString()));
    }

    private static String name(JsonNode room) {
        return "SIP_" + id(room);
    }

    private static String pin(JsonNode room) {
        return room.get("pin_code").asString();
    }

    private void pin(JsonNode room, @org.jspecify.annotations.Nullable String pin) {
        jdbc.sql("update meet_room set pin_code = :pin where resource_id = :id")
                .param("pin", pin)
                .param("id", id(room))
                .update();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}
