package io.causerie.standalone;

import java.util.Optional;

/** The script that started us, if one did; when it vanishes we end too. */
final class Launcher {

    private final Optional<ProcessHandle> process;

    /** {@code pid} is empty when no launcher started us. */
    Launcher(String pid) {
        this.process = pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    boolean alive() {
        return process.filter(ProcessHandle::isAlive).isPresent();
    }

    Optional<Long> pid() {
        return process.map(ProcessHandle::pid);
    }

    /** Does this when the launcher has vanished without ending us. */
    void whenGone(Runnable action) {
        process.ifPresent(launcher -> launcher.onExit().thenRun(action));
    }
}
