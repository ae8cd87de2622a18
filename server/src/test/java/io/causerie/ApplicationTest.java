package io.causerie;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A test against the whole server over HTTP, with a database of its own. Add environment variables by {@code @TestPropertySource(properties = ...)}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "server.shutdown=immediate",
            "spring.main.register-shutdown-hook=false",
            "DJANGO_SECRET_KEY=test-secret-key",
            "DJANGO_CONFIGURATION=Test",
            "LIVEKIT_API_KEY=devkey",
            "LIVEKIT_API_SECRET=secret-for-tests-that-is-long-enough",
            "LIVEKIT_API_URL=http://127.0.0.1:9",
            "RECORDING_ENABLE=true"
        })
@ContextConfiguration(initializers = ApplicationTest.Environment.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface ApplicationTest {

    /** Names the database of a test that brings one, by an initializer of its own. */
    String DATABASE = "test.database";

    /** Settings every test needs; a test's own properties win. */
    class Environment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var chosen = context.getEnvironment().getProperty(DATABASE);
            var database = chosen == null ? TestDatabase.create() : chosen;
            TestPropertyValues.of("CAUSERIE_DATABASE_URL=" + database, "DB_USER=postgres", "DB_PASSWORD=")
                    .applyTo(context);
        }
    }
}
