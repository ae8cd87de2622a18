package io.causerie.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/** What happens when work in the background fails: told once in the log, unless the work has told it itself. */
@Configuration(proxyBeanMethods = false)
class Background implements AsyncConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (failure, method, arguments) -> {
            if (!(failure instanceof TryAgain)) {
                log.error("{}.{} failed", method.getDeclaringClass().getSimpleName(), method.getName(), failure);
            }
        };
    }
}
