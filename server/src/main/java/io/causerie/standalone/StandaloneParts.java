package io.causerie.standalone;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Everything embedded that runs beside the application. When a launcher started us, it ends database and media server itself, so that a server that is
 * started again finds them running.
 */
final class StandaloneParts implements DisposableBean {

    private final DataFolder folder;
    private final Launcher launcher;
    private final MailFolder mail;
    private final MailSink sink;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable PostgresServer postgres;
    private @Nullable LiveKitServer livekit;

    StandaloneParts(DataFolder folder, Launcher launcher) {
        this.folder = folder;
        this.launcher = launcher;
        this.mail = new MailFolder(folder.folder("mail"), MailFolder.KEPT);
        this.sink = MailSink.start(mail);
    }

    DataFolder folder() {
        return folder;
    }

    MailFolder mail() {
        return mail;
    }

    int smtpPort() {
        return sink.port();
    }

    PostgresServer with(PostgresServer server) {
        postgres = server;
        return server;
    }

    LiveKitServer with(LiveKitServer server) {
        livekit = server;
        return server;
    }

    @Override
    public void destroy() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        sink.stop();
        boolean stay = launcher.alive();
        if (livekit != null) {
            if (stay) {
                livekit.leave();
            } else {
                livekit.stop();
            }
        }
        if (postgres != null) {
            if (stay) {
                postgres.leave();
            } else {
                postgres.stop();
            }
        }
        folder.close();
    }
}
