package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.LocalSystem;

/** {@code ./test --against URL}, which an operator runs after a deploy, walks the local system to its end. */
class SmokeWalkTest {

    @Test
    void walks_both_loops() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                LocalSystem.Options.inMemory(Project.TEMPLATE).beginning(LocalSystem.Beginning.NETWORK))) {
            Process walk = start(system.address());
            String said = new String(walk.getInputStream().readAllBytes());
            assertThat(walk.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(walk.exitValue()).as(said).isZero();
            assertThat(said).contains("Walked all").doesNotContain("eyJ", "@example.org");
        }
    }

    private static Process start(String address) throws InterruptedException {
        try {
            return new ProcessBuilder(
                            "node", Project.path("scripts/smoke-walk.mjs").toString(), address)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noNode) {
            abort("there is no Node here, which the walk is written for");
            throw new AssertionError(noNode);
        }
    }
}
