package io.causerie.platform;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this server measures, in the text form of Prometheus, for whoever knows the token; there is no such page where none is set. Modules add their numbers
 * by beans of type {@code MeterBinder}. Nothing is loaded before the first reader comes.
 */
@RestController
class MetricsController implements Guarded {

    private static final String FORM = "text/plain;version=0.0.4;charset=utf-8";

    private final Secret expected;
    private final HookToken token;
    private final SingletonSupplier<PrometheusMeterRegistry> registry;

    MetricsController(MetricsProperties properties, ObjectProvider<MeterBinder> binders) {
        this.expected = properties.token();
        this.token = new HookToken("Metrics", properties.token());
        this.registry = SingletonSupplier.of(() -> registry(binders.orderedStream()));
    }

    @Override
    public void admit(HttpServletRequest request) {
        if (expected.isEmpty()) {
            throw new ApiException.NotFound();
        }
        token.check(request);
    }

    @GetMapping({"/__metrics__", "/__metrics__/"})
    ResponseEntity<String> read() {
        return ResponseEntity.ok()
                .header("Content-Type", FORM)
                .header("Cache-Control", "no-store")
                .body(registry.obtain().scrape());
    }

    private static PrometheusMeterRegistry registry(Stream<MeterBinder> modules) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var process =
                Stream.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics());
        Stream.concat(process, modules).forEach(it -> it.bindTo(registry));
        return registry;
    }
}
