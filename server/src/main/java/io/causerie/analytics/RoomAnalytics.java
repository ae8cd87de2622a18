package io.causerie.analytics;

import io.causerie.rooms.RoomCreated;
import io.causerie.telephony.RoomkitJoined;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells of rooms that are made and of room systems that join (contract 05, section 6.2). Not written down first: what is lost is lost. */
@Component
class RoomAnalytics {

    private final Captures captures;

    RoomAnalytics(Captures captures) {
        this.captures = captures;
    }

    @EventListener
    void on(RoomCreated event) {
        afterCommit(() -> captures.add(
                "room_created",
                event.user().toString(),
                Map.of(
                        "room_id",
                        event.room().toString(),
                        "access_level",
                        event.accessLevel().wire(),
                        "from_callback",
                        event.fromCallback())));
    }

    /** A program, not a person: all room systems are one, and get no profile. */
    @EventListener
    void on(RoomkitJoined event) {
        captures.add(
                "roomkit_joined",
                "roomkit",
                Map.of(
                        "room_id",
                        event.room().toString(),
                        "dispatch_rule_created",
                        event.created(),
                        "$process_person_profile",
                        false));
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
