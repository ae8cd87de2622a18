package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a drill may be held without, to see how the server does when only the rest goes wrong. */
enum Omission {
    /** Neither LiveKit nor the store tells anything. */
    WEBHOOKS(null),
    KILLS(Fault.ServerKilled.class),
    DEATHS(Fault.EgressKilled.class),
    STORE(Fault.StoreRefuses.class),
    MAIL(Fault.MailSilent.class),
    LIVEKIT(Fault.LiveKitSlow.class),
    CLOCK(Fault.LiveKitClock.class);

    private final @Nullable Class<? extends Fault> kind;

    Omission(@Nullable Class<? extends Fault> kind) {
        this.kind = kind;
    }

    boolean of(Fault fault) {
        return kind != null && kind.isInstance(fault);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code words}: their names, separated by commas; {@link CommandError} when one is unknown. */
    static Set<Omission> parse(String words) {
        var omissions = EnumSet.noneOf(Omission.class);
        for (var word : words.split(",")) {
            if (!word.isBlank()) {
                omissions.add(one(word.strip()));
            }
        }
        return omissions;
    }

    private static Omission one(String word) {
        for (var omission : values()) {
            if (omission.word().equals(word)) {
                return omission;
            }
        }
        throw new CommandError("--without expects some of webhooks, kills, deaths, store, mail, livekit, clock.");
    }
}
