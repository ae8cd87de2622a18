package io.causerie;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The meeting server: the whole program, both standalone and in production. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Causerie {

    public static void main(String[] args) {
        SpringApplication.run(Causerie.class, args);
    }
}
