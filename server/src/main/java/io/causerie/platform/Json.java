package io.causerie.platform;

import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as the wire wants it: snake case, nulls written, instants with six digits or none, unknown fields ignored. */
@Configuration(proxyBeanMethods = false)
class Json {

    @Bean
    JsonMapperBuilderCustomizer wireFormat() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("causerie")
                        .addSerializer(new InstantText())
                        .addSerializer(new ChoiceText()));
    }

    private static final class InstantText extends StdSerializer<Instant> {
        InstantText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(Timestamps.text(value));
        }
    }

    private static final class ChoiceText extends StdSerializer<Choice> {
        ChoiceText() {
            super(Choice.class);
        }

        @Override
        public void serialize(Choice value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.wire());
        }
    }
}
