package org.warmhandoff.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** The built UI as the distribution serves it: its own routes get its one page, files with a hash in their name stay. */
public final class StaticSite {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("yaml", "text/plain; charset=utf-8"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("ttf", "font/ttf"));

    private record Asset(byte[] plain, byte @Nullable [] zipped, String tag, String type, long modified) {}

    private final Path folder;
    private final Map<Path, Asset> assets = new ConcurrentHashMap<>();

    public StaticSite(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public boolean isBuilt() {
        return Files.isRegularFile(folder.resolve("index.html"));
    }

    public Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Response.of(
                    403, "text/plain; charset=utf-8", "Forbidden".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = folder.resolve(request.path().substring(1)).normalize();
        if (!file.startsWith(folder)) {
            return notFound();
        }
        if (!Files.isRegularFile(file)) {
            String last = request.path().substring(request.path().lastIndexOf('/') + 1);
            if (last.contains(".")) {
                return notFound();
            }
            file = folder.resolve("index.html");
        }
        return serve(file, request);
    }

    private Response serve(Path file, Request request) {
        Asset asset = asset(file);
        String name = file.getFileName().toString();
        boolean immutable = folder.relativize(file).startsWith("assets") && name.matches(".*-[A-Za-z0-9_-]{8,}\\..*");
        String caching = immutable ? "public, max-age=31536000, immutable" : "no-cache";
        if (request.header("if-none-match").filter(asset.tag()::equals).isPresent()) {
            return Response.empty(304).with("ETag", asset.tag()).with("Cache-Control", caching);
        }
        boolean zip = asset.zipped() != null
                && request.header("accept-encoding")
                        .filter(coding -> coding.contains("gzip"))
                        .isPresent();
        Response response = Response.of(200, asset.type(), zip ? asset.zipped() : asset.plain())
                .with("Cache-Control", caching)
                .with("ETag", asset.tag())
                .with("Vary", "Accept-Encoding")
                .with("X-Content-Type-Options", "nosniff");
        return zip ? response.with("Content-Encoding", "gzip") : response;
    }

    private Asset asset(Path file) {
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            Asset known = assets.get(file);
            if (known == null || known.modified() != modified) {
                known = read(file, modified);
                assets.put(file, known);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset read(Path file, long modified) throws IOException {
        byte[] plain = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        boolean worthZipping =
                plain.length > 1_000 && (type.startsWith("text/") || type.contains("json") || type.contains("svg"));
        return new Asset(plain, worthZipping ? zipped(plain) : null, tag(plain), type, modified);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] plain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response notFound() {
        return Response.of(
                404, "text/plain; charset=utf-8", "Not Found".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
