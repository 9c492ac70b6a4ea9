package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder that is served. What a request names is inside it, or does not exist. */
public final class DocumentRoot {
    private final Path root;

    private DocumentRoot(Path root) {
        this.root = root;
    }

    /**
     * Takes a folder.
     *
     * @param folder a folder that exists
     * @return the root
     * @throws IOException if it does not
     */
    public static DocumentRoot of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return new DocumentRoot(folder.toRealPath());
    }

    /**
     * What a request's target names.
     *
     * @param path the real path of a file or folder in the root
     * @param segments the decoded segments that lead to it
     * @param endsWithSlash whether it was named as a folder
     */
    record Found(Path path, List<String> segments, boolean endsWithSlash) {
        Found {
            segments = List.copyOf(segments);
        }

        boolean isFolder() {
            return Files.isDirectory(path);
        }

        /**
         * The target that names it as a folder. Never begins with two slashes, which would name a
         * host.
         */
        String asFolder() {
            StringBuilder target = new StringBuilder("/");
            segments.forEach(segment -> target.append(PercentCoding.encode(segment)).append('/'));
            return target.toString();
        }
    }

    Found find(String target) throws HttpRefusal {
        String encoded = withoutQuery(target);
        if (!encoded.startsWith("/")) {
            throw new HttpRefusal(HttpStatus.BAD_REQUEST, "the target is not a path");
        }
        String decoded = PercentCoding.decode(encoded);
        List<String> segments = new ArrayList<>();
        Path path = root;
        for (String segment : decoded.split("/")) {
            if (!segment.isEmpty()) {
                path = child(path, segment);
                segments.add(segment);
            }
        }
        return new Found(insideRoot(path), segments, decoded.endsWith("/"));
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * A segment is the name of a file and nothing else: no way up, and on Windows no drive and no
     * backslash.
     */
    private static Path child(Path folder, String segment) throws HttpRefusal {
        Path name;
        try {
            name = folder.getFileSystem().getPath(segment);
        } catch (InvalidPathException e) {
            throw notFound();
        }
        boolean isOneName =
                !name.isAbsolute() && name.getRoot() == null && name.getNameCount() == 1;
        if (!isOneName || segment.equals(".") || segment.equals("..")) {
            throw notFound();
        }
        return folder.resolve(name);
    }

    /** Follows symbolic links first: they must not lead out either. */
    Path insideRoot(Path path) throws HttpRefusal {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            throw notFound();
        }
        if (!real.startsWith(root)) {
            throw notFound();
        }
        return real;
    }

    static HttpRefusal notFound() {
        return new HttpRefusal(HttpStatus.NOT_FOUND, "there is no such file");
    }
}
