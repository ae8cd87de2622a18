package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.users.UserRepository.NewUser;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the accounts of people who sign in for the first time (contract 01, section 9.8). */
@Component
class NewAccounts {

    private static final Logger log = LoggerFactory.getLogger(NewAccounts.class);

    private final UserRepository users;
    private final CauserieProperties causerie;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    NewAccounts(
            UserRepository users,
            CauserieProperties causerie,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.causerie = causerie;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empty when the {@code sub} was taken meanwhile. */
    Optional<Identified> make(Claims claims) {
        var account = new NewUser(claims.sub(), claims, causerie.languageCode(), "UTC", false, true);
        var made = Objects.requireNonNull(transaction.execute(status -> {
            var inserted = users.insert(account);
            inserted.ifPresent(
                    it -> events.publishEvent(new PersonJoined(it.user().id())));
            return inserted;
        }));
        made.ifPresent(it -> log.info("created account {}", it.user().id()));
        return made;
    }
}
