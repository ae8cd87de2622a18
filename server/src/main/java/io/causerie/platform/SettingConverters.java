package io.causerie.platform;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;

/** How texts of the environment become values of settings. */
@Configuration(proxyBeanMethods = false)
@CommandPart
class SettingConverters {

    @Bean
    @ConfigurationPropertiesBinding
    static BoolReader boolReader() {
        return new BoolReader();
    }

    @Bean
    @ConfigurationPropertiesBinding
    static SecretReader secretReader() {
        return new SecretReader();
    }

    @Bean
    @ConfigurationPropertiesBinding
    static LiteralReader literalReader() {
        return new LiteralReader();
    }

    static final class BoolReader implements Converter<String, Boolean> {
        @Override
        public Boolean convert(String source) {
            return SettingKind.truth(source);
        }
    }

    static final class SecretReader implements Converter<String, Secret> {
        @Override
        public Secret convert(String source) {
            return new Secret(source);
        }
    }

    static final class LiteralReader implements Converter<String, Literal> {
        @Override
        public Literal convert(String source) {
            return Literal.parse(source);
        }
    }
}
