package io.causerie.lobby;

import java.util.List;
import java.util.UUID;

/** Those who wait, as told to hosts. */
record WaitingAnswer(List<Participant> participants) {

    record Participant(EntryStatus status, String username, UUID id, String color) {

        static Participant of(Entry entry) {
            var visitor = entry.visitor();
            return new Participant(entry.status(), visitor.username(), visitor.id(), visitor.color());
        }
    }

    static WaitingAnswer of(List<Entry> entries) {
        return new WaitingAnswer(entries.stream().map(Participant::of).toList());
    }
}
