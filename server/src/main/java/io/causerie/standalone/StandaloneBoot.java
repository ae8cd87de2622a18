package io.causerie.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** Starts the embedded parts before the application needs them, in profile {@code standalone} only, and tells it where they are. */
class StandaloneBoot implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "standalone";

    private final ConfigurableBootstrapContext bootstrap;

    StandaloneBoot(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** After every check of the settings: nothing is started for a configuration with faults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
            return;
        }
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            environment.getPropertySources().addFirst(new MapPropertySource(PROFILE, StandaloneDefaults.ofTheBuild()));
            return;
        }
        var properties = Binder.get(environment).bindOrCreate("causerie.standalone", StandaloneProperties.class);
        if (environment.containsProperty("causerie.command")) {
            attach(environment, properties);
            return;
        }
        var console = new Console(System.out);
        var folder = DataFolder.open(Path.of(properties.home()));
        try {
            Ports.requireTcp(properties.bind(), properties.port(), "CAUSERIE_PORT");
        } catch (StandaloneFailure e) {
            folder.close();
            throw e;
        }
        var launcher = new Launcher(properties.launcher());
        launcher.pid().ifPresent(pid -> folder.write("launcher", pid + "\n"));
        var parts = new StandaloneParts(folder, launcher);
        SpringApplication.getShutdownHandlers().add(parts::destroy);
        bootstrap.addCloseListener(event -> hand(parts, event.getApplicationContext()));
        var defaults = new StandaloneDefaults(environment, properties, StandaloneSecrets.of(folder));
        if (properties.databaseUrl().isBlank()) {
            defaults.database(parts.with(PostgresServer.start(
                    folder, Folders.cache(), defaults.secrets().databasePassword(), console)));
        }
        defaults.mail(parts.smtpPort());
        livekit(defaults, parts, console);
        defaults.rest(folder);
        environment.getPropertySources().addFirst(new MapPropertySource(PROFILE, defaults.values()));
        launcher.whenGone(() -> System.exit(0));
    }

    /** A command starts nothing: it works on the parts of the server that runs. */
    private static void attach(ConfigurableEnvironment environment, StandaloneProperties properties) {
        var folder =
                new RunningFolder(Path.of(properties.home()).toAbsolutePath().normalize());
        var values = new LinkedHashMap<String, Object>();
        if (properties.databaseUrl().isBlank()) {
            values.putAll(folder.database());
        }
        if (environment.getProperty("AWS_S3_ENDPOINT_URL", "").isBlank()
                && environment.getProperty("CAUSERIE_OBJECT_FOLDER", "").isBlank()) {
            values.put("CAUSERIE_OBJECT_FOLDER", folder.objects());
        }
        environment.getPropertySources().addFirst(new MapPropertySource(PROFILE, values));
    }

    /** Known to the context before any other bean, so ended by it after all of them. */
    private static void hand(StandaloneParts parts, ConfigurableApplicationContext context) {
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("standaloneParts", parts);
        beans.registerDisposableBean("standaloneParts", parts);
    }

    private static void livekit(StandaloneDefaults defaults, StandaloneParts parts, Console console) {
        if (defaults.has("LIVEKIT_API_URL")) {
            console.here("LiveKit", "the one named by LIVEKIT_API_URL");
            return;
        }
        var properties = defaults.properties();
        var program = LiveKitProgram.find(properties.livekit().server());
        if (program.isEmpty()) {
            console.warning("LiveKit", "livekit-server was not found: meetings will have no sound and no video.");
            console.say("    Run bin/setup, put livekit-server on the PATH, or name it with CAUSERIE_LIVEKIT_SERVER.");
            return;
        }
        var configuration = LiveKitConfiguration.of(properties, defaults.secrets());
        parts.with(LiveKitServer.start(parts.folder(), program.get(), configuration, console));
        defaults.livekit(configuration);
    }
}
