package org.warmhandoff.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;

/**
 * One world per function, as on Lambda: our own classes (and what holds on to them statically) are loaded anew for each,
 * so that each has its own settings and its own statics. The AWS SDK and all else is shared: forty copies of it would
 * cost more than they would show.
 */
final class FunctionClassLoader extends URLClassLoader {

    private static final List<String> OWN = List.of("org.warmhandoff.", "gg.jte.", "dagger.");
    private static final String SHARED = "org.warmhandoff.local.";
    private static final URL[] CODE = code();

    static {
        registerAsParallelCapable();
    }

    FunctionClassLoader(String function) {
        super(function, CODE, FunctionClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith) || name.startsWith(SHARED)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    private static URL[] code() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(FunctionClassLoader::holdsOwnCode)
                .map(FunctionClassLoader::url)
                .toArray(URL[]::new);
    }

    private static boolean holdsOwnCode(Path entry) {
        if (Files.isDirectory(entry)) {
            return true;
        }
        if (!entry.toString().endsWith(".jar") || !Files.exists(entry)) {
            return false;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return OWN.stream()
                    .map(prefix -> prefix.replace('.', '/'))
                    .anyMatch(folder ->
                            jar.stream().anyMatch(file -> file.getName().startsWith(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
