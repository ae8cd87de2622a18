package io.causerie.platform;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Everything that is wrong with the configuration, told at once; names settings, never their values. */
public final class ConfigurationFaults extends RuntimeException implements TellableFailure {

    private final transient List<String> faults;

    public ConfigurationFaults(List<String> faults) {
        super("The configuration has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:") + "\n  - "
                + String.join("\n  - ", faults));
        this.faults = faults;
    }

    /** One sentence per fault, each beginning with the setting's name. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public String told() {
        return String.valueOf(getMessage());
    }

    static final class Analyzer extends AbstractFailureAnalyzer<ConfigurationFaults> {
        @Override
        protected FailureAnalysis analyze(Throwable root, ConfigurationFaults cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()), "Correct the settings named above and start again.", cause);
        }
    }

    static final class DatabaseAnalyzer extends AbstractFailureAnalyzer<UnsuitableDatabase> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UnsuitableDatabase cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
