package io.causerie.platform;

import io.causerie.platform.Setting.State;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/configuration.md}, made from {@code settings.txt}. */
final class SettingsDocument {

    private static final String HEAD = """
            # Configuration

            <!-- Generated from server/src/main/resources/io/causerie/platform/settings.txt: change it there, then run `make docs`. -->

            Everything is set by environment variables, with the names, spellings and defaults of the reference server, and a few of our own. `make run` needs none of them.

            ## Families of rules

            `DJANGO_CONFIGURATION` chooses one. In doubt leave it out: the default is the strict one.

            | | `Production`, and `Feature`, `Staging`, `Sandbox`, `PreProduction`, `Demo` | `Development` | `Base`, and `Test`, `ContinuousIntegration`, `Build` |
            |---|---|---|---|
            | meant for | servers people use, behind a proxy that ends TLS | work on a web client | `make run` (`Base`); tests |
            | plain http | answered with 301 to https, save the heartbeats | served | served |
            | `X-Forwarded-Proto` | believed of trusted proxies | ignored, unless `CAUSERIE_URL` begins with https | as in development |
            | `X-Forwarded-For` | believed of trusted proxies: loopback, private networks | of loopback | of loopback |
            | `Strict-Transport-Security` | 60 seconds, subdomains, preload | none | none |
            | hosts | `DJANGO_ALLOWED_HOSTS`, this machine's own address, the host of `CAUSERIE_URL` | any | `DJANGO_ALLOWED_HOSTS`; any in `make run`, and in tests while it is empty |
            | origins that may read answers | `DJANGO_CORS_*` | any | `DJANGO_CORS_*` |
            | origins trusted with unsafe requests | `DJANGO_CSRF_TRUSTED_ORIGINS` | `http://localhost:8072`, `http://localhost:3000` | none |
            | session cookie | `sessionid`, `Secure` | `meet_sessionid` | `sessionid` |
            | settings that must be there | secret key, LiveKit's keys, the provider's four addresses | the same | in `Base` the same, in tests and `make run` none |

            `Test`, `ContinuousIntegration` and `Build` fix some values in the reference server, for its own tests; here they read every variable.

            ## How values are written

            | type | written as |
            |---|---|
            | bool | `yes`, `y`, `true`, `1` or `no`, `n`, `false`, `0`, in any case; empty is no |
            | int, uint, long, float, port | decimal; a `uint` is not negative |
            | list, ints, networks, regexes | separated by commas; blanks around items and empty items do not count |
            | dict | a Python literal, `{'a': 1, 'b': True, 'c': None}`, or JSON |
            | pairs | `code,Label;code,Label` |
            | rate | `30/minute`; only the first letter of the period counts: `s`, `m`, `h` or `d`. An unreadable one is told in the log, and the default holds |
            | secret | a text, or a file named by the same variable with `_FILE` behind it, which wins; one newline at its end is dropped |

            A text that is set but empty is an empty text, which is not the same as unset. Whatever cannot be read stops the server at once, with all faults together; values are never printed.
            """;

    private SettingsDocument() {}

    static String write(Settings settings) {
        var out = new StringBuilder(HEAD);
        settings.chapters().forEach((title, chapter) -> {
            var read = rows(chapter, State.READ);
            if (!read.isEmpty()) {
                out.append("\n## ")
                        .append(title)
                        .append("\n\n| variable | type | default | meaning |\n|---|---|---|---|\n");
                out.append(read);
            }
        });
        return out + rest(settings);
    }

    private static String rest(Settings settings) {
        var all = settings.all().toList();
        return """

                ## Not read yet

                Known, checked for their spelling, and without effect in this release: what they belong to comes with a later one.

                | variable | type | default | what it belongs to |
                |---|---|---|---|
                """ + rows(all, State.LATER) + """

                ## Never read

                Setting them does no harm.

                | variable | why |
                |---|---|
                """ + reasons(all, State.IGNORED, "") + """

                ## Other names

                The reference server's documents give these; it does not read them itself. The first ones are read where the right name is unset. The others only cause a warning: to obey them would
                silently weaken a deployment that carries them.

                | variable | stands for |
                |---|---|
                """
                + reasons(all, State.ALIAS, "`")
                + reasons(all, State.WARNED, "`").replace("` |\n", "` (warning only) |\n");
    }

    private static String rows(List<Setting> settings, State state) {
        return settings.stream()
                .filter(it -> it.state() == state)
                .map(it -> "| `" + it.name() + "` | " + type(it) + " | " + fallback(it) + " | " + it.about() + " |\n")
                .collect(Collectors.joining());
    }

    private static String reasons(List<Setting> settings, State state, String quote) {
        return settings.stream()
                .filter(it -> it.state() == state)
                .map(it -> "| `" + it.name() + "` | " + quote + it.about() + quote + " |\n")
                .collect(Collectors.joining());
    }

    private static String type(Setting setting) {
        var name = setting.kind().name();
        if (name.startsWith("one(")) {
            return "`" + name.substring(4, name.length() - 1).replace(",", "`, `") + "`";
        }
        if (name.startsWith("int(")) {
            return "int, " + name.substring(4, name.length() - 1).replace("..", " to ");
        }
        return switch (name) {
            case "filled", "database", "level", "url", "proxy" -> "text";
            default -> name;
        };
    }

    private static String fallback(Setting setting) {
        return setting.fallback().isEmpty() ? "" : setting.required() ? "**required**" : "`" + setting.fallback() + "`";
    }
}
