package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code GET /api/v1.0/}: where the lists are (contract 01, section 1.2). */
@RestController
class ApiRoot {

    private static final String PATH = "/api/v1.0/";
    private static final List<String> LISTS = List.of("users", "rooms", "recordings", "files", "resource-accesses");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ApiRoot(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(PATH)
    Map<String, String> lists(HttpServletRequest request) {
        var root = request.getRequestURL().toString().replaceFirst("(/api/v1\\.0/).*", "$1");
        var lists = new LinkedHashMap<String, String>();
        LISTS.stream().filter(it -> served(PATH + it + "/")).forEach(it -> lists.put(it, root + it + "/"));
        return lists;
    }

    private boolean served(String path) {
        return mappings.orderedStream().anyMatch(it -> it instanceof ApiMapping api && api.allow(path) != null);
    }
}
