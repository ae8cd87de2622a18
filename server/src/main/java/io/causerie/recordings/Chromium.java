package io.causerie.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A headless browser with one page. It lives on the pipe through which it is driven: when this server dies, however it dies, the pipe closes and the
 * browser ends.
 */
class Chromium implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chromium.class);
    private static final Pattern ADDRESS = Pattern.compile("\\w+://\\S+");
    private static final String PROFILES = "causerie-recorder-";

    /** The browser reads commands on descriptor 3 and answers on 4; Java can only give 0 and 1. */
    private static final String LAUNCH = "exec nice -n 5 \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--remote-debugging-pipe",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--mute-audio",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-quic",
            "--disable-breakpad",
            "--metrics-recording-only",
            "--password-store=basic",
            "--use-mock-keychain");

    private final Process process;
    private final Path profile;
    private final Consumer<String> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ChromiumPipe pipe;
    private volatile String session = "";

    private Chromium(Process process, Path profile, Consumer<String> ended) {
        this.process = process;
        this.profile = profile;
        this.ended = ended;
        this.pipe = new ChromiumPipe(process.getInputStream(), process.getOutputStream(), this::heard);
        process.onExit().thenRun(() -> end("browser_crashed"));
    }

    /** Starts {@code browser} and opens {@code url} in it; {@code ended} hears once, with a reason, when it is no longer of use. */
    static Chromium open(Path browser, String url, Consumer<String> ended) throws IOException {
        var profile =
                Files.createTempDirectory(PROFILES + ProcessHandle.current().pid() + "-");
        var chromium = new Chromium(launch(browser, profile, url), profile, ended);
        try {
            chromium.navigate(url);
            return chromium;
        } catch (IOException e) {
            var words = chromium.lastWords();
            chromium.close();
            throw new IOException(e.getMessage() + words, e);
        }
    }

    /** Deletes the profiles of servers that are gone. */
    static void sweep() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var profiles = Files.newDirectoryStream(folder, PROFILES + "*")) {
            for (var profile : profiles) {
                var pid = profile.getFileName().toString().split("-")[2];
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(profile);
                }
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            log.warn("cannot clear away old browser profiles: {}", e.getMessage());
        }
    }

    long pid() {
        return process.pid();
    }

    /** Dispatches an event of that name in the page; the page may be busy, so this does not wait for it. */
    void signal(String event) {
        Thread.ofVirtual().name("chromium signal").start(() -> {
            try {
                pipe.call(
                        "Runtime.evaluate", Map.of("expression", "dispatchEvent(new Event('" + event + "'))"), session);
            } catch (IOException e) {
                log.debug("the page was not told {}: {}", event, e.getMessage());
            }
        });
    }

    /** Ends the browser, and with it everything it started; its profile is deleted. */
    @Override
    public void close() {
        over.set(true);
        var family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            family.forEach(ProcessHandle::destroyForcibly);
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    private static Process launch(Path browser, Path profile, String url) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", LAUNCH, browser.toString()));
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        if (isRoot()) {
            command.add("--no-sandbox");
        }
        if (!url.startsWith("https:")) {
            // digests need a secure context; on the loopback interface every page is one
            command.add("--unsafely-treat-insecure-origin-as-secure=" + origin(url));
        }
        command.add("about:blank");
        var builder = new ProcessBuilder(command)
                .redirectError(profile.resolve("chromium.log").toFile());
        builder.environment().put("HOME", profile.toString());
        return builder.start();
    }

    private void navigate(String url) throws IOException {
        var targets = pipe.call("Target.getTargets", Map.of(), null).path("targetInfos");
        var page = targets.values().stream()
                .filter(it -> it.path("type").asString("").equals("page"))
                .findFirst()
                .orElseThrow(() -> new IOException("the browser has no page"));
        var target = page.path("targetId").asString("");
        session = pipe.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
                .path("sessionId")
                .asString("");
        pipe.call("Inspector.enable", Map.of(), session);
        // the page is ours, but LiveKit's inner address is not in the policy meant for people
        pipe.call("Page.enable", Map.of(), session);
        pipe.call("Page.setBypassCSP", Map.of("enabled", true), session);
        var opened = pipe.call("Page.navigate", Map.of("url", url), session);
        if (opened.has("errorText")) {
            throw new IOException("the recorder page does not open: "
                    + opened.path("errorText").asString(""));
        }
    }

    private void heard(String event) {
        if (event.equals("Inspector.targetCrashed") || event.equals("Target.targetCrashed")) {
            end("page_crashed");
        }
    }

    private void end(String reason) {
        if (over.compareAndSet(false, true)) {
            // neither the pipe nor the reaper of processes may wait for what follows
            Thread.ofVirtual().name("chromium ended").start(() -> ended.accept(reason));
        }
    }

    /** The end of what the browser printed, for the log: without addresses, because ours holds the code that claims the session. */
    private String lastWords() {
        try {
            return told(Files.readAllLines(profile.resolve("chromium.log")));
        } catch (IOException e) {
            return "";
        }
    }

    static String told(List<String> lines) {
        var end = String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        return " | " + ADDRESS.matcher(end).replaceAll("(address)");
    }

    private static String origin(String url) {
        var end = url.indexOf('/', url.indexOf("//") + 2);
        return end < 0 ? url : url.substring(0, end);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            log.warn("cannot delete a browser profile: {}", e.getMessage());
        }
    }
}
