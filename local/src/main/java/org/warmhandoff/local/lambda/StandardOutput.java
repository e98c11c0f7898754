package org.warmhandoff.local.lambda;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a function prints (its metrics, say) goes to its log, as on Lambda; what others print, to the console. */
public final class StandardOutput {

    private record Writer(String function, CallLog log) {}

    private static final InheritableThreadLocal<@Nullable Writer> CURRENT = new InheritableThreadLocal<>();
    private static volatile boolean installed;

    private StandardOutput() {}

    static <T> T labelled(String function, CallLog log, Supplier<T> work) {
        CURRENT.set(new Writer(function, log));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Replaces {@code System.out} and {@code System.err}; from then on lines of functions carry their names. */
    public static synchronized void install() {
        if (!installed) {
            installed = true;
            System.setOut(new Router(System.out));
            System.setErr(new Router(System.err));
        }
    }

    private static final class Router extends PrintStream {

        private final PrintStream console;

        Router(PrintStream console) {
            super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            this.console = console;
        }

        @Override
        public void println(@Nullable String line) {
            Writer writer = CURRENT.get();
            if (writer == null) {
                console.println(line);
            } else {
                writer.log().line(writer.function(), String.valueOf(line));
            }
        }

        @Override
        public void println(@Nullable Object line) {
            println(String.valueOf(line));
        }

        @Override
        public void println() {
            println("");
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            Writer writer = CURRENT.get();
            if (writer == null) {
                console.write(bytes, from, length);
            } else {
                writer.log().line(writer.function(), new String(bytes, from, length, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void print(@Nullable String text) {
            byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
            write(bytes, 0, bytes.length);
        }

        @Override
        public void print(char one) {
            print(String.valueOf(one));
        }

        @Override
        public void flush() {
            console.flush();
        }
    }
}
