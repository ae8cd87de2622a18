package io.causerie.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * What a command runs in: the same settings and the same database as the server, the beans marked {@link CommandPart}, each made when it is needed; no web
 * server, no port, no recurring work. Deliberately no bean of the server.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@ConfigurationPropertiesScan("io.causerie")
@ComponentScan(
        basePackages = "io.causerie",
        useDefaultFilters = false,
        nameGenerator = CommandContext.Names.class,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = CommandPart.class))
final class CommandContext {

    /** The name of the setting that tells a command from the server; it holds the command's name. */
    static final String COMMAND = "causerie.command";

    private CommandContext() {}

    /** A context for that command, with these settings beside those of the environment; nothing in it has been made yet. */
    static ConfigurableApplicationContext open(String command, List<String> settings) {
        return new SpringApplicationBuilder(CommandContext.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                Stream.of(
                                        COMMAND + "=" + command,
                                        // only `migrate` changes a schema, and when it is asked to; everything else
                                        // finds it as it is
                                        "spring.flyway.enabled=" + command.equals("migrate"),
                                        "spring.datasource.hikari.minimum-idle=0",
                                        "spring.datasource.hikari.maximum-pool-size=4",
                                        "logging.level.root=OFF",
                                        "logging.level.io.causerie=OFF"),
                                settings.stream())
                        .map(it -> "--" + it)
                        .toArray(String[]::new));
    }

    /** Prepared by {@link Migrate} itself, which counts what it does. */
    @org.springframework.context.annotation.Bean
    @org.springframework.context.annotation.Primary
    static FlywayMigrationStrategy onlyWhenAsked() {
        return flyway -> {};
    }

    /** Commands are found by the name they are called by. */
    static final class Names implements BeanNameGenerator {

        private final BeanNameGenerator others = new AnnotationBeanNameGenerator();

        @Override
        public String generateBeanName(
                org.springframework.beans.factory.config.BeanDefinition definition,
                org.springframework.beans.factory.support.BeanDefinitionRegistry registry) {
            var type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            return Optional.ofNullable(AnnotationUtils.findAnnotation(type, CommandPart.class))
                    .map(CommandPart::value)
                    .filter(name -> !name.isEmpty())
                    .orElseGet(() -> others.generateBeanName(definition, registry));
        }
    }
}
