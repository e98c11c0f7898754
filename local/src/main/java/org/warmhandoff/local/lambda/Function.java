package org.warmhandoff.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.template.FunctionDeclaration;

/** One function: its handler is made at the first call, with what the template sets for it. */
final class Function {

    private final FunctionDeclaration declaration;
    private final FunctionWorld world;
    private final InstantSource clock;
    private final CallLog log;
    private @Nullable RequestStreamHandler handler;
    private @Nullable FunctionClassLoader code;

    Function(FunctionDeclaration declaration, FunctionWorld world, InstantSource clock, CallLog log) {
        this.declaration = declaration;
        this.world = world;
        this.clock = clock;
        this.log = log;
    }

    byte[] call(String trigger, byte[] event) throws FunctionFailed {
        long number = log.nextNumber();
        long start = System.nanoTime();
        List<String> awsCalls = AwsCalls.newList();
        var at = clock.instant();
        Call.Outcome outcome = Call.Outcome.FAILED;
        String detail = "";
        try {
            byte[] answer = run(event, awsCalls);
            outcome = Call.Outcome.DONE;
            return answer;
        } catch (TimeoutException e) {
            outcome = Call.Outcome.TIMED_OUT;
            detail = "Task timed out after " + declaration.timeout().toSeconds() + " seconds";
            log.line(declaration.name(), detail);
            throw new FunctionFailed(declaration.name(), detail, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof UncheckedIOException io ? io.getCause() : e.getCause();
            detail = cause.getClass().getSimpleName();
            log.line(declaration.name(), trace(cause));
            throw new FunctionFailed(declaration.name(), detail, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            detail = "interrupted";
            throw new FunctionFailed(declaration.name(), detail, e);
        } finally {
            log.record(new Call(
                    number,
                    declaration.name(),
                    trigger,
                    at,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    List.copyOf(awsCalls),
                    outcome,
                    detail));
        }
    }

    private byte[] run(byte[] event, List<String> awsCalls)
            throws ExecutionException, InterruptedException, TimeoutException {
        RequestStreamHandler ready;
        try {
            ready = handler();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw new ExecutionException(rootOf(e));
        }
        LocalContext context = new LocalContext(
                declaration.name(),
                UUID.randomUUID().toString(),
                System.nanoTime() + declaration.timeout().toNanos(),
                log);
        FutureTask<byte[]> task = new FutureTask<>(() -> AwsCalls.noting(awsCalls, () -> {
            Thread.currentThread().setContextClassLoader(code);
            return StandardOutput.labelled(declaration.name(), log, () -> {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                try {
                    ready.handleRequest(new ByteArrayInputStream(event), answer, context);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return answer.toByteArray();
            });
        }));
        Thread thread = Thread.ofVirtual().name(declaration.name()).start(task);
        try {
            return task.get(declaration.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        }
    }

    /** Makes the handler if there is none yet. */
    synchronized RequestStreamHandler handler() throws ReflectiveOperationException {
        if (handler == null) {
            FunctionClassLoader loader = new FunctionClassLoader(declaration.name());
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                String name = declaration.handler().split("::")[0];
                Class<?> type = Class.forName(name, false, loader);
                world.prepare(declaration.name(), loader, declaration.environment(), clock);
                handler = (RequestStreamHandler) type.getDeclaredConstructor().newInstance();
                code = loader;
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return handler;
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
