package org.warmhandoff.local.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.warmhandoff.local.http.Response;

/** The files of the desk's page. */
final class DeskPage {

    private record File(String name, String type) {}

    private static final Map<String, File> FILES = Map.of(
            "/", new File("desk.html", "text/html; charset=utf-8"),
            "/desk.css", new File("desk.css", "text/css; charset=utf-8"),
            "/desk.js", new File("desk.js", "text/javascript; charset=utf-8"));

    private DeskPage() {}

    static Response file(String path) {
        File file = FILES.get(path);
        try (InputStream in = DeskPage.class.getResourceAsStream(file.name())) {
            return Response.of(200, file.type(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
