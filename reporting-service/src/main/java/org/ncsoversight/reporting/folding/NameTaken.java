package org.ncsoversight.reporting.folding;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another living process works under our name or in our state folder; two of them would take turns for ever. */
final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NameTaken(String message) {
        super(message);
    }

    static NameTaken inFolder(String folder) {
        return new NameTaken("Another reporting-service uses the state folder " + folder
                + ": give each its own REPORTING_STATE_DIR and REPORTING_INSTANCE");
    }

    static NameTaken inGroup(String instance, String host) {
        return new NameTaken(sentence(instance, host));
    }

    static String sentence(String instance, String host) {
        return "Another reporting-service named " + instance + " is running at " + host
                + ": give each its own REPORTING_INSTANCE";
    }

    /** Says it in one sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NameTaken> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NameTaken cause) {
            return new FailureAnalysis(cause.getMessage(), "Stop the other one, or give this one another name.", cause);
        }
    }
}
