package io.causerie.platform;

import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Recurring work; what is annotated {@code @SchedulerLock} runs on one replica at a time, by a row in the database whose clock rules. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT5M")
class Schedules {

    /** So much recurring work at a time. */
    private static final int MOST = 16;

    /**
     * Not the scheduler that virtual threads bring by default: with it all work of a fixed delay shares one thread, and whoever was put out of a meeting would
     * stay in it for as long as a slow store deletes old recordings.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(MOST);
        scheduler.setThreadFactory(Thread.ofVirtual().name("scheduling-", 0).factory());
        return scheduler;
    }

    @Bean
    LockProvider locks(DataSource database) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(database))
                .withTableName("causerie.shedlock")
                .usingDbTime()
                .build());
    }
}
