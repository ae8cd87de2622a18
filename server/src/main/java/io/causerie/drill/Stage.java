package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything a drill needs, on loopback and in one temporary folder: the server, its database, and stand-ins for LiveKit, object store and mail server. */
final class Stage implements AutoCloseable {

    private final Path folder;
    private final boolean keep;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final URI address;
    private final StandInStore store;
    private final StandInMail mail;
    private final Courier courier;
    private final EgressWebhooks webhooks;
    private final boolean storeTells;
    private final StandInLiveKit livekit;
    private final DrilledDatabase database;
    private final DrilledServer server;

    private Stage(FaultPlan plan, boolean keep) throws IOException {
        var dice = new Dice(plan.seed());
        this.keep = keep;
        this.storeTells = plan.storeTells();
        this.folder = Files.createTempDirectory("causerie-drill-");
        this.address = URI.create("http://127.0.0.1:" + Loopback.freePort());
        this.courier = new Courier(address, dice, plan.silent());
        this.store = new StandInStore(folder.resolve("store"), storeTells ? new StoreNotices(courier) : null);
        this.mail = new StandInMail();
        this.webhooks = new EgressWebhooks(courier);
        this.livekit = new StandInLiveKit(dice, webhooks, store);
        this.database = new DrilledDatabase(folder.resolve("data"));
        this.server = new DrilledServer(address, folder.resolve("server.log"), settings());
    }

    /** Nothing of it runs on when this process ends, however it ends by itself. */
    static Stage set(FaultPlan plan, boolean keep) {
        try {
            var stage = new Stage(plan, keep);
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            return stage;
        } catch (IOException e) {
            throw new CommandError("The drill has no place to be held: " + e.getMessage() + ".");
        }
    }

    Path folder() {
        return folder;
    }

    URI address() {
        return address;
    }

    StandInStore store() {
        return store;
    }

    StandInMail mail() {
        return mail;
    }

    Courier courier() {
        return courier;
    }

    EgressWebhooks webhooks() {
        return webhooks;
    }

    StandInLiveKit livekit() {
        return livekit;
    }

    boolean storeTells() {
        return storeTells;
    }

    DrilledDatabase database() {
        return database;
    }

    DrilledServer server() {
        return server;
    }

    /** A standalone server, which brings its own database and sign-in; all else as in production. */
    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_PROFILES_ACTIVE", "standalone");
        settings.put("CAUSERIE_HOME", folder.resolve("data").toString());
        // the database goes on when the server is killed, and ends with us at the latest
        settings.put("CAUSERIE_LAUNCHER", String.valueOf(ProcessHandle.current().pid()));
        settings.put("CAUSERIE_BIND", "127.0.0.1");
        settings.put("CAUSERIE_PORT", String.valueOf(address.getPort()));
        settings.put("CAUSERIE_URL", address.toString());
        settings.put("LIVEKIT_API_URL", livekit.address());
        settings.put("LIVEKIT_API_KEY", EgressWebhooks.KEY);
        settings.put("LIVEKIT_API_SECRET", EgressWebhooks.SECRET);
        settings.put("AWS_S3_ENDPOINT_URL", store.address());
        settings.put("AWS_S3_ACCESS_KEY_ID", "drill");
        settings.put("AWS_S3_SECRET_ACCESS_KEY", "drill");
        settings.put("AWS_STORAGE_BUCKET_NAME", StandInStore.BUCKET);
        settings.put("DJANGO_EMAIL_HOST", "127.0.0.1");
        settings.put("DJANGO_EMAIL_PORT", String.valueOf(mail.port()));
        settings.put("RECORDING_STORAGE_EVENT_ENABLE", String.valueOf(storeTells));
        settings.put("RECORDING_STORAGE_EVENT_TOKEN", StoreNotices.TOKEN);
        settings.put(
                "RECORDING_WORKER_CLASSES",
                "{'screen_recording': 'core.recording.worker.services.VideoCompositeEgressService'}");
        return settings;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.close();
        database.close();
        courier.close();
        livekit.close();
        store.close();
        mail.close();
        if (!keep) {
            delete();
        }
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // what is left of a temporary folder changes nothing of the account
        }
    }
}
