package org.warmhandoff.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One function as Lambda runs it: AWS's own runtime interface client in a process of its own, the unpacked zip as its task, nothing in
 * its environment but what it is given, and this as the Runtime API that it asks for events.
 */
final class RuntimeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** As the managed runtime starts it; the last is how it hears what is registered with CRaC. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private static @Nullable Path library;

    /** What the function said to an event. */
    record Answer(boolean failed, String body) {}

    private record Event(String id, byte[] body) {}

    private final HttpServer api;
    private final Process process;
    private final Path output;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private int count;

    private RuntimeProcess(String handler, Path task, Map<String, String> environment, List<String> flags)
            throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext("/2018-06-01/runtime/", this::exchange);
        api.start();
        output = Files.createTempFile("function", ".log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(FLAGS);
        command.add("-D" + LIBRARY_PROPERTY + "=" + library());
        command.addAll(flags);
        command.addAll(
                List.of("-cp", runtimeClient(), "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        ProcessBuilder start = new ProcessBuilder(command)
                // Where the client looks for classes and lib/.
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        start.environment().clear();
        start.environment().putAll(environment);
        start.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                                "127.0.0.1:" + api.getAddress().getPort(),
                        "LAMBDA_TASK_ROOT", task.toString(),
                        "AWS_LAMBDA_FUNCTION_NAME", "under-test",
                        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                        "AWS_EXECUTION_ENV", "AWS_Lambda_java25",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test"));
        process = start.start();
    }

    static RuntimeProcess start(String handler, Path task, Map<String, String> environment) throws IOException {
        return new RuntimeProcess(handler, task, environment, List.of());
    }

    /** By itself the client unpacks its native part over one file of the machine, under the feet of whoever runs it already. */
    private static synchronized Path library() throws IOException {
        if (library == null) {
            String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            String name = "libaws-lambda-jni.linux-" + processor + ".so";
            Path unpacked = Files.createTempFile("runtime-client", ".so");
            unpacked.toFile().deleteOnExit();
            try (InputStream packed = RuntimeProcess.class.getResourceAsStream("/jni/" + name)) {
                Files.copy(packed, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            library = unpacked;
        }
        return library;
    }

    /** With more flags for the JVM. */
    static RuntimeProcess start(String handler, Path task, Map<String, String> environment, List<String> flags)
            throws IOException {
        return new RuntimeProcess(handler, task, environment, flags);
    }

    /** What a function is told that a snapshot is taken of. */
    static Map<String, String> fromSnapshot(Map<String, String> environment) {
        Map<String, String> with = new HashMap<>(environment);
        with.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return with;
    }

    /** Waits until it asks for its first event: made, and where a snapshot is taken, primed and come back from it. */
    void awaitReady() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && process.isAlive(); ) {
            try {
                ready.get(200, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the function does not start; it wrote:\n" + log());
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Answer invoke(byte[] event) throws IOException, InterruptedException {
        events.put(new Event("00000000-0000-4000-8000-%012d".formatted(++count), event));
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            Answer answer = answers.poll(200, TimeUnit.MILLISECONDS);
            if (answer != null) {
                return answer;
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("the function gave no answer; it wrote:\n" + log());
    }

    /** What the function and the runtime wrote. */
    String log() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        api.stop(0);
        Files.deleteIfExists(output);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/restore/next")) {
                // This is where the snapshot is taken; here its copy is the process itself.
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (path.endsWith("/invocation/next")) {
                ready.complete(null);
                Event event = events.take();
                exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", event.id());
                // The native client takes the absence of these badly.
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders()
                        .set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
                exchange.getResponseHeaders()
                        .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
                exchange.getResponseHeaders()
                        .set(
                                "Lambda-Runtime-Invoked-Function-Arn",
                                "arn:aws:lambda:us-east-1:000000000000:function:under-test:live");
                exchange.sendResponseHeaders(200, event.body().length);
                exchange.getResponseBody().write(event.body());
                return;
            }
            answers.add(new Answer(path.endsWith("/error"), new String(sent, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The client and what it needs, out of the class path of the tests. */
    private static String runtimeClient() {
        List<String> names = List.of(
                "aws-lambda-java-runtime-interface-client",
                "aws-lambda-java-core",
                "aws-lambda-java-serialization",
                // With it the client hands the trace to the SDK, once an event is done.
                "utils-lite");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> names.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
