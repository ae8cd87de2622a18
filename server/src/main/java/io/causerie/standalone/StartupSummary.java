package io.causerie.standalone;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last words of a start: where the server is and how to sign in for the first time. */
@Component
@Profile(StandaloneBoot.PROFILE)
class StartupSummary {

    private final StandaloneProperties properties;
    private final ObjectProvider<FirstSignIn> signIn;

    StartupSummary(StandaloneProperties properties, ObjectProvider<FirstSignIn> signIn) {
        this.properties = properties;
        this.signIn = signIn;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        var console = new Console(System.out);
        var taken = event.getTimeTaken();
        console.here("Causerie", taken == null ? "ready" : "ready after %.1f s".formatted(taken.toMillis() / 1000.0));
        console.say("");
        console.say("  Open       " + properties.address());
        signIn.ifAvailable(first -> tell(console, first));
        console.say("  Mail       " + properties.address() + "/mail");
        console.say("  Data       "
                + java.nio.file.Path.of(properties.home()).toAbsolutePath().normalize());
        console.say("");
    }

    private static void tell(Console console, FirstSignIn first) {
        if (first.password() != null) {
            console.say("  Sign in    " + first.account());
            console.say("  Password   " + first.password() + "   (shown this once)");
        }
    }
}
