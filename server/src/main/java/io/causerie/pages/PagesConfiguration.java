package io.causerie.pages;

import io.causerie.platform.ConfigurationFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the client's pages behind everything else. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    /** Asked last: a path the server knows with another method answers 405, not the page. */
    @Bean
    SimpleUrlHandlerMapping clientPages(PagesProperties properties, PageHeaders headers) {
        return new SimpleUrlHandlerMapping(
                Map.of("/**", new ClientPages(files(properties.dir()), headers)), Ordered.LOWEST_PRECEDENCE);
    }

    private static ClientFiles files(String dir) {
        if (dir.isEmpty()) {
            return new ClientFiles.Bundled();
        }
        try {
            var root = Path.of(dir).toRealPath();
            if (!Files.isRegularFile(root.resolve("index.html"))) {
                throw new ConfigurationFaults(List.of("WEB_CLIENT_DIR names a folder without index.html."));
            }
            return new ClientFiles.Folder(root);
        } catch (IOException e) {
            throw new ConfigurationFaults(List.of("WEB_CLIENT_DIR names a folder that cannot be read."));
        }
    }
}
