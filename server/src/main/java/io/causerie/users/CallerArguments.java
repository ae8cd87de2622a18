package io.causerie.users;

import io.causerie.platform.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the controllers that ask who sends the request, after the CSRF check (contract 01, sections 7 and 8.3). */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Browsers browsers;
    private final CsrfCheck csrf;

    CallerArguments(Browsers browsers, CsrfCheck csrf) {
        this.browsers = browsers;
        this.csrf = csrf;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        if (browsers.seemsSignedIn(request)) {
            refuseForgery(request, response);
        }
        var user = browsers.recognise(request, response).user();
        if (parameter.getParameterType() == Caller.class) {
            return new Caller(user.orElse(null));
        }
        return user.map(CurrentUser::new).orElseThrow(ApiException.Unauthenticated::new);
    }

    /** Before the look-up, so that a forged request costs none; keys of anonymous sessions pass, as their requests are not checked. */
    private void refuseForgery(HttpServletRequest request, HttpServletResponse response) {
        csrf.refusal(request, response).ifPresent(reason -> {
            throw new ApiException.Forbidden("CSRF Failed: " + reason);
        });
    }
}
