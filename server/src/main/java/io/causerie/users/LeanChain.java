package io.causerie.users;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/** Takes out of the chain what Spring puts there for applications that need it. */
@Configuration(proxyBeanMethods = false)
class LeanChain {

    /** The dispatcher servlet makes the request known to its thread anyway. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }
}
