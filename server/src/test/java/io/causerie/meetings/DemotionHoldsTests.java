package io.causerie.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.livekit.Attendee;
import io.causerie.rooms.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A role that is given or taken counts in the meeting at once, with a real livekit-server (contract 03, section 24.2, item 5). */
class DemotionHoldsTests extends LiveMeetingTest {

    @Test
    void demotionInTheMeetingTakesTheRights() {
        var alice = people.alice();
        var room = aSilentRoomOf(alice);
        var host = enter(room, as(alice));
        var bob = people.bob();
        grant(room, bob, Role.ADMINISTRATOR);
        var inside = enter(room, as(bob));
        assertThat(sources(inside)).hasSize(4);

        var answer = as(alice).post(path(room) + "update-participant-role/", naming(inside, ",\"role\":\"member\""));

        assertThat(answer.body()).isEqualTo("{\"role\":\"member\",\"livekit_synced\":true}");
        await().until(() ->
                inside.self().getAttributesOrDefault("room_role", "").equals("member")
                        && sources(inside).equals(List.of("microphone")));
        assertThat(host.isOut()).isFalse();
    }

    @Test
    void promotionGivesThem() {
        var alice = people.alice();
        var room = aSilentRoomOf(alice);
        enter(room, as(alice));
        var inside = enter(room, as(people.bob()));
        assertThat(sources(inside)).containsExactly("microphone");

        as(alice).post(path(room) + "update-participant-role/", naming(inside, ",\"role\":\"administrator\""));

        await().until(() -> sources(inside).size() == 4);
    }

    @Test
    void soDoesAnAccessThatIsTakenAway() {
        var alice = people.alice();
        var room = aSilentRoomOf(alice);
        enter(room, as(alice));
        var bob = people.bob();
        grant(room, bob, Role.ADMINISTRATOR);
        var inside = enter(room, as(bob));
        var access = jdbc.sql("select id::text from meet_resource_access where user_id = :bob")
                .param("bob", bob.user().id())
                .query(String.class)
                .single();

        assertThat(as(alice)
                        .delete("/api/v1.0/resource-accesses/" + access + "/")
                        .status())
                .isEqualTo(204);

        await().until(() ->
                inside.self().getAttributesOrDefault("room_role", "").isEmpty()
                        && sources(inside).equals(List.of("microphone")));
    }

    private JsonNode aSilentRoomOf(io.causerie.users.SignedIn alice) {
        var room = aRoomOf(alice, "public");
        as(alice).patch(path(room), "{\"configuration\":{\"can_publish_sources\":[\"microphone\"]}}");
        return room;
    }

    private static List<String> sources(Attendee attendee) {
        return attendee.self().getPermission().getCanPublishSourcesList().stream()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
