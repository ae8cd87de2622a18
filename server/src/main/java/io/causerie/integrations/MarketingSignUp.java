package io.causerie.integrations;

import io.causerie.platform.AfterCommit;
import io.causerie.users.PersonJoined;
import io.causerie.users.User;
import io.causerie.users.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signs new people up to the operator's marketing service, after they are signed in: they never wait for it, nor fail by it (contract 01, section 9.10). */
@Component
class MarketingSignUp {

    private static final Logger log = LoggerFactory.getLogger(MarketingSignUp.class);

    private final MarketingProperties properties;
    private final BrevoContacts contacts;
    private final Users users;
    private final ApplicationEventPublisher events;

    MarketingSignUp(
            MarketingProperties properties, BrevoContacts contacts, Users users, ApplicationEventPublisher events) {
        this.properties = properties;
        this.contacts = contacts;
        this.users = users;
        this.events = events;
    }

    @EventListener
    void on(PersonJoined joined) {
        if (!properties.wanted()) {
            return;
        }
        if (properties.apiKey().isEmpty() || properties.listIds().isEmpty()) {
            log.warn(
                    "nobody is signed up to the marketing service: BREVO_API_KEY or BREVO_API_CONTACT_LIST_IDS is missing");
            return;
        }
        events.publishEvent(new ContactDue(joined.user()));
    }

    @AfterCommit("integrations.marketing-contact")
    void on(ContactDue due) {
        users.find(due.user()).map(User::email).filter(it -> !it.isEmpty()).ifPresent(contacts::add);
    }
}
