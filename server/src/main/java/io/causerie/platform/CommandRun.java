package io.causerie.platform;

import io.causerie.platform.Command.Console;
import io.causerie.platform.Command.Options;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command, from its arguments to its exit code: 0 done, 1 not or not all of it done ({@code CommandError: ...} on stderr), 2 wrong options
 * (usage on stderr); contract 02, section 14.
 */
public final class CommandRun {

    private final List<String> settings;
    private final Map<String, Supplier<Command>> apart;
    private final Console console;

    /** Writes to these instead of the process's own; {@code settings} are beside those of the environment, each {@code NAME=value}. */
    CommandRun(List<String> settings, PrintWriter out, PrintWriter err) {
        this(settings, Map.of(), out, err);
    }

    private CommandRun(List<String> settings, Map<String, Supplier<Command>> apart, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.apart = apart;
        this.console = new Console(out, err);
    }

    /** Whether these arguments of the program name a command or ask for help, instead of starting the server. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0
                && (!arguments[0].startsWith("-") || arguments[0].equals("--help") || arguments[0].equals("-h"));
    }

    /**
     * Runs a command with the process's own output; answers the exit code.
     *
     * @param apart commands that need no context: neither settings nor a database of ours
     */
    public static int of(Map<String, Supplier<Command>> apart, String... arguments) {
        // Spring Boot would load, for a server to come, what hardly any command needs
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        return new CommandRun(
                        List.of(),
                        apart,
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    int run(String... arguments) {
        var parser = CommandLines.parser();
        if (List.of("help", "--help", "-h").contains(arguments[0])) {
            console.say(parser.getUsageMessage());
            return 0;
        }
        if (!parser.getSubcommands().containsKey(arguments[0])) {
            console.complain("Unknown command: '" + arguments[0] + "'");
            console.complain("Type 'java -jar causerie.jar help' for usage.");
            return 1;
        }
        try {
            var asked = parser.parseArgs(arguments).subcommand();
            if (asked.isUsageHelpRequested()) {
                console.say(asked.commandSpec().commandLine().getUsageMessage());
                return 0;
            }
            return run(asked);
        } catch (ParameterException e) {
            console.complain(e.getCommandLine().getUsageMessage());
            console.complain(e.getCommandLine().getCommandName() + ": error: " + e.getMessage());
            return 2;
        }
    }

    private int run(ParseResult asked) {
        var name = asked.commandSpec().name();
        try {
            if (apart.containsKey(name)) {
                apart.get(name).get().run(new Asked(asked), console);
            } else {
                runInContext(name, new Asked(asked));
            }
            return 0;
        } catch (Exception e) {
            console.complain(words(e));
            return 1;
        }
    }

    private void runInContext(String name, Options options) throws Exception {
        try (var context = CommandContext.open(name, settings)) {
            var command = context.getBean(name, Command.class);
            if (command.needsSchema()) {
                context.getBean(ReferenceSchema.class).require();
            }
            command.run(options, console);
        }
    }

    /** What a person can do something about; whatever else comes is told by its type and place only, for its words may hold secrets. */
    private static String words(Throwable failure) {
        @Nullable SQLException refusal = null;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TellableFailure tellable) {
                return "CommandError: " + tellable.told();
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                refusal = sql;
            }
        }
        if (refusal != null) {
            return refusal.getSQLState().startsWith("08")
                    ? "CommandError: The database does not answer. Check DATABASE_URL or the DB_* settings."
                    : "CommandError: The database refuses: SQLSTATE " + refusal.getSQLState() + ".";
        }
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var place = cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
        return "CommandError: " + cause.getClass().getName() + place + ".";
    }

    /** The parsed arguments, by the names commands know. */
    private record Asked(ParseResult arguments) implements Options {

        @Override
        public Optional<String> text(String name) {
            return Optional.ofNullable(value(name));
        }

        @Override
        public int number(String name) {
            Integer value = value(name);
            return value == null ? 0 : value;
        }

        @Override
        public boolean has(String name) {
            return arguments.hasMatchedOption(name);
        }

        private <T> @Nullable T value(String name) {
            if (name.startsWith("-")) {
                return arguments.commandSpec().findOption(name).getValue();
            }
            return arguments.commandSpec().positionalParameters().stream()
                    .filter(it -> it.paramLabel().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }
    }
}
