package io.causerie.platform;

import io.causerie.platform.PathIndex.Mapped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.RequestPath;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a request. In the API a path decides alone, whatever the method: what it does not offer is answered after the gates (contract 01,
 * section 2), and a path that is spelled out is never the {@code {id}} of another.
 */
class ApiMapping extends RequestMappingHandlerMapping {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Set<String> spelledOut = new HashSet<>();
    private final Map<String, String> allowed = new HashMap<>();
    private PathIndex index = new PathIndex(Map.of());

    /** Whether a path belongs to the API, whose rules differ from those of pages. */
    static boolean api(String path) {
        return path.startsWith("/api/v1.0/") || path.startsWith("/external-api/v1.0/");
    }

    /** The {@code Allow} header of a path pattern of the API; null elsewhere. */
    @Nullable
    String allow(String pattern) {
        return allowed.get(pattern);
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        var methods = new HashMap<String, Set<String>>();
        handlers.forEach((info, handler) -> info.getPatternValues().stream()
                .filter(it -> api(it) && !info.getMethodsCondition().isEmpty())
                .forEach(pattern -> methods.computeIfAbsent(nameless(pattern), it -> new TreeSet<>())
                        .addAll(AllowedMethods.of(info, handler))));
        index = new PathIndex(handlers);
        handlers.keySet().forEach(info -> {
            spelledOut.addAll(info.getDirectPaths());
            info.getPatternValues().stream()
                    .filter(it -> methods.containsKey(nameless(it)))
                    .forEach(it ->
                            allowed.put(it, AllowedMethods.header(Objects.requireNonNull(methods.get(nameless(it))))));
        });
    }

    /** An {@code {id}} called otherwise is the same path. */
    private static String nameless(String pattern) {
        return pattern.replaceAll("\\{[^/]*}", "{}");
    }

    /** As Spring does, which asks every mapping there is. */
    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        var candidates = candidates(path(request).value());
        var found = new ArrayList<Mapped>(candidates.size());
        for (var it : candidates) {
            var match = getMatchingMapping(it.info(), request);
            if (match != null) {
                found.add(new Mapped(match, it.handler()));
            }
        }
        if (found.isEmpty()) {
            return handleNoMatch(
                    candidates.stream().map(Mapped::info).collect(Collectors.toSet()), lookupPath, request);
        }
        if (found.size() > 1) {
            var order = getMappingComparator(request);
            found.sort((one, other) -> order.compare(one.info(), other.info()));
            if (order.compare(found.getFirst().info(), found.get(1).info()) == 0) {
                return super.lookupHandlerMethod(lookupPath, request); // which complains of it
            }
        }
        var best = found.getFirst();
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, best.handler());
        handleMatch(best.info(), lookupPath, request);
        return best.handler();
    }

    /** Every mapping with a pattern that matches the path, and hardly another. */
    List<Mapped> candidates(String path) {
        return index.candidates(path);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var path = path(request).value();
        boolean another = spelledOut.contains(path) && !info.getDirectPaths().contains(path);
        // parameters of a path segment are not part of any address of ours, and a proxy may read them otherwise than we
        // do
        boolean ambiguous = api(path) && path.indexOf(';') >= 0;
        return another || ambiguous ? null : super.getMatchingMapping(info, request);
    }

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> infos, String lookupPath, HttpServletRequest request)
            throws jakarta.servlet.ServletException {
        if (!api(lookupPath)) {
            return super.handleNoMatch(infos, lookupPath, request);
        }
        var here = infos.stream()
                .filter(it -> offeredHere(it, lookupPath, request))
                .toList();
        if (here.isEmpty() || path(request).value().indexOf(';') >= 0) {
            return null;
        }
        request.setAttribute(
                BEST_MATCHING_PATTERN_ATTRIBUTE,
                here.getFirst().getPatternValues().iterator().next());
        return new OtherMethod(deciding(here, request.getMethod()));
    }

    private boolean offeredHere(RequestMappingInfo info, String path, HttpServletRequest request) {
        return spelledOut.contains(path)
                ? info.getDirectPaths().contains(path)
                : Objects.requireNonNull(info.getPathPatternsCondition()).getMatchingCondition(request) != null;
    }

    /** Those that are as safe or unsafe as the request, or all: a list that anybody reads and the signed-in add to has two rules. */
    private List<HandlerMethod> deciding(List<RequestMappingInfo> here, String method) {
        var handlers = getHandlerMethods();
        var alike = here.stream()
                .filter(info -> AllowedMethods.of(info, Objects.requireNonNull(handlers.get(info))).stream()
                        .filter(it -> !it.equals("OPTIONS"))
                        .anyMatch(it -> SAFE.contains(it) == SAFE.contains(method)))
                .toList();
        return (alike.isEmpty() ? here : alike)
                .stream()
                        .map(it -> Objects.requireNonNull(handlers.get(it)).createWithResolvedBean())
                        .toList();
    }

    private static RequestPath path(HttpServletRequest request) {
        return ServletRequestPathUtils.getParsedRequestPath(request);
    }
}
