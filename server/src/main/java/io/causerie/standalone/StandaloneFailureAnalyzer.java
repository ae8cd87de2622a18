package io.causerie.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link StandaloneFailure} as its words instead of a stack trace. */
class StandaloneFailureAnalyzer extends AbstractFailureAnalyzer<StandaloneFailure> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, StandaloneFailure cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action, cause);
    }
}
