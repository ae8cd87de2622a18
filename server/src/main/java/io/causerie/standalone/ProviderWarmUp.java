package io.causerie.standalone;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Builds the provider's filter chains as soon as the server is ready; whoever signs in earlier than that builds them. */
@Component
@ProviderPart
class ProviderWarmUp {

    private final ObjectProvider<Filter> chains;

    ProviderWarmUp(@Qualifier("springSecurityFilterChain") ObjectProvider<Filter> chains) {
        this.chains = chains;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofPlatform().name("provider-warm-up").daemon().start(chains::getIfAvailable);
    }
}
