package org.warmhandoff.deploy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests in containers run where an engine and their images are, and says at once why they do not elsewhere. Testcontainers by
 * itself would ask a registry that cannot be reached, for minutes.
 */
public final class ImagesPresent implements ExecutionCondition {

    public static final String LOCALSTACK = "localstack/localstack:4.14.0";

    private static final String REAPER = "testcontainers/ryuk:0.14.0";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!succeeds(List.of("docker", "info"))) {
            return skipped("no container engine answers; start one, then: PULL_IMAGES=true ./test");
        }
        if (!isHere(LOCALSTACK)) {
            return skipped("the image is not here: docker pull " + LOCALSTACK);
        }
        if (!"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED")) && !isHere(REAPER)) {
            return skipped(
                    "TESTCONTAINERS_RYUK_DISABLED=true is not set, and the image is not here: docker pull " + REAPER);
        }
        // It looks for the engine's host from inside a helper, unless it is told.
        String helper = System.getenv().getOrDefault("TESTCONTAINERS_TINYIMAGE_CONTAINER_IMAGE", "alpine:3.17");
        if (System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null && !isHere(helper)) {
            return skipped("TESTCONTAINERS_HOST_OVERRIDE=localhost is not set, and the image is not here: docker pull "
                    + helper);
        }
        return ConditionEvaluationResult.enabled("engine and images are here");
    }

    static boolean isHere(String image) {
        return succeeds(List.of("docker", "image", "inspect", image));
    }

    private static ConditionEvaluationResult skipped(String why) {
        System.out.println("skipped, tests in containers: " + why);
        return ConditionEvaluationResult.disabled(why);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
