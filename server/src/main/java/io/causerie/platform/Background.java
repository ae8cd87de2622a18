package io.causerie.platform;

import java.time.Duration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Work outside requests: effects after commit run on virtual threads, recurring jobs run on one replica at a time. */
@Configuration
@EnableAsync
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "5m")
class Background {

    @Bean
    LockProvider locks(JdbcTemplate jdbc) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("causerie.shedlock")
                .usingDbTime()
                .build());
    }

    /** Tries again the effects that failed, or whose replica died. */
    @Configuration
    static class Resubmission {

        private final IncompleteEventPublications publications;

        Resubmission(IncompleteEventPublications publications) {
            this.publications = publications;
        }

        @Scheduled(
                fixedDelayString = "${causerie.effects.resubmit-every:30s}",
                initialDelayString = "${causerie.effects.resubmit-first:5s}")
        @SchedulerLock(name = "effects", lockAtMostFor = "10m")
        void resubmit() {
            publications.resubmitIncompletePublicationsOlderThan(Duration.ofSeconds(30));
        }
    }
}
