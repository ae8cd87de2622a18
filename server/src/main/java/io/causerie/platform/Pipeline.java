package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The order of checks that every request goes through (contract 01, section 2): form of the answer, who calls, how often, which method. */
@Configuration(proxyBeanMethods = false)
class Pipeline implements WebMvcConfigurer, HandlerInterceptor {

    private final List<Gate> gates;
    private final ApiMapping mapping = new ApiMapping();
    private final Map<HandlerMethod, Step> steps = new ConcurrentHashMap<>();

    Pipeline(List<Gate> gates) {
        this.gates = gates;
    }

    /** What is known of a handler once and for all. */
    private record Step(Endpoint endpoint, @Nullable Guarded guard, boolean resource, boolean getOnly) {

        static Step of(Endpoint endpoint, boolean resource, boolean getOnly) {
            return new Step(endpoint, endpoint.controller(Guarded.class).orElse(null), resource, getOnly);
        }
    }

    @Bean
    WebMvcRegistrations handlerMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return mapping;
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** {@link Negotiation} has decided before: what a handler returns is written in the form it has. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(request -> ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpRequestMethodNotSupportedException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var step = method instanceof OtherMethod other ? step(other) : known(method);
        if (step.resource && ApiMapping.api(request.getRequestURI())) {
            allow(request, response);
            Negotiation.verify(request);
        }
        if (step.guard != null) {
            step.guard.admit(request);
        }
        for (var gate : gates) {
            gate.pass(step.endpoint, request, response);
        }
        if (step.getOnly && request.getMethod().equals("HEAD")) {
            throw new HttpRequestMethodNotSupportedException("HEAD");
        }
        return true;
    }

    private void allow(HttpServletRequest request, HttpServletResponse response) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var allowed = mapping.allow(pattern);
        if (allowed != null) {
            response.setHeader(HttpHeaders.ALLOW, allowed);
        }
    }

    /** Looked for first: a map that may have to add something can make all who ask it wait. */
    private Step known(HandlerMethod method) {
        var step = steps.get(method);
        return step == null ? steps.computeIfAbsent(method, Pipeline::step) : step;
    }

    private static Step step(OtherMethod other) {
        var first = step(other.endpoint().handlers().getFirst());
        return Step.of(other.endpoint(), first.resource, false);
    }

    private static Step step(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        // who takes any method, or says what it produces, answers for itself
        boolean json = mapping != null && mapping.produces().length == 0 && mapping.method().length > 0;
        boolean rest = AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
        return Step.of(new Endpoint(List.of(method)), json && rest, method.hasMethodAnnotation(GetOnly.class));
    }
}
