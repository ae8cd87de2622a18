package io.causerie.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
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

    @Bean
    @ConfigurationPropertiesBinding
    static ListReader listReader() {
        return new ListReader();
    }

    /** Items separated by commas; blanks around them and empty ones do not count. */
    static final class ListReader implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, List.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            var item = target.getElementTypeDescriptor();
            return item != null && item.getType() == String.class;
        }

        @Override
        public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return Arrays.stream(String.valueOf(source).split(","))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList();
        }
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
