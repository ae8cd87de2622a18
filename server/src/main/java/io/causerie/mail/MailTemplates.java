package io.causerie.mail;

import io.causerie.platform.CommandPart;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail's subject and its two parts. HTML is escaped, text is not; what is not configured is left out. */
@Component
@CommandPart
class MailTemplates {

    /** A mail as its reader sees it. */
    record Letter(String subject, String text, String html) {}

    private final ResourceBundleMessageSource words = words();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, @Nullable Object> sender = new HashMap<>();

    MailTemplates(MailProperties properties) {
        engine.setTemplateEngineMessageSource(words);
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        sender.put("brand", orNothing(properties.brandName()));
        sender.put("support", orNothing(properties.supportEmail()));
        sender.put("logo", orNothing(properties.logoImg()));
    }

    Letter write(Mail mail) {
        var model = new HashMap<String, @Nullable Object>(sender);
        model.putAll(mail.model());
        model.put("language", mail.locale().getLanguage());
        var context = new Context(mail.locale(), model);
        return new Letter(
                mail.subject() == null
                        ? words.getMessage(mail.template() + ".subject", null, mail.locale())
                        : mail.subject(),
                engine.process(mail.template() + ".txt", context).strip() + "\n",
                engine.process(mail.template() + ".html", context));
    }

    private static ResourceBundleMessageSource words() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("templates/mail/messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.ROOT);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    private static @Nullable String orNothing(String value) {
        return value.isEmpty() ? null : value;
    }
}
