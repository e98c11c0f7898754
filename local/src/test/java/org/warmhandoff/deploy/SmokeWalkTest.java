package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

    /** Whose UI may answer any path with its page. */
    @Test
    void says_what_it_needs_of_a_deployed_stack() throws Exception {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = "<p>The hosted UI".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        try {
            Process walk = start("http://127.0.0.1:" + site.getAddress().getPort());
            String said = new String(walk.getInputStream().readAllBytes());
            assertThat(walk.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(walk.exitValue()).as(said).isEqualTo(1);
            assertThat(said).contains("WALK_TOKEN", "WALK_LISTING", "docs/deploy.md");
        } finally {
            site.stop(0);
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
