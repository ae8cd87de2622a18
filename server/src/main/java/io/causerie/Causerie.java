package io.causerie;

import io.causerie.drill.Drill;
import io.causerie.platform.CommandRun;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The meeting server: the whole program, both standalone and in production. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            // No security filter stands before the application's requests: it signs people in itself, as an OIDC
            // client.
            // The built-in provider of standalone brings filter chains of its own, for its own paths.
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
@ConfigurationPropertiesScan
public class Causerie {

    public static void main(String[] args) {
        if (CommandRun.isMeant(args)) {
            System.exit(CommandRun.of(Map.of("drill", Drill::new), args));
        }
        if (BuildTimeBeans.fit(System.getenv())) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        SpringApplication.run(Causerie.class, args);
    }
}
