package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns targets into answers. */
final class AnswerFinder {
    private static final String INDEX = "index.html";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final DocumentRoot root;

    AnswerFinder(DocumentRoot root) {
        this.root = root;
    }

    Answer find(String target) throws HttpRefusal {
        DocumentRoot.Found found = root.find(target);
        if (found.isFolder()) {
            return found.endsWithSlash() ? folder(found) : new Answer.Elsewhere(found.asFolder());
        }
        if (found.endsWithSlash()) {
            throw DocumentRoot.notFound();
        }
        return file(found.path());
    }

    private Answer folder(DocumentRoot.Found found) throws HttpRefusal {
        if (Files.exists(found.path().resolve(INDEX))) {
            return file(root.insideRoot(found.path().resolve(INDEX)));
        }
        try {
            return new Answer.Page(FolderListing.of(found.asFolder(), found.path()));
        } catch (IOException e) {
            throw DocumentRoot.notFound();
        }
    }

    /** Nothing but files: reading a pipe or a device could wait for ever. */
    private static Answer file(Path path) throws HttpRefusal {
        if (!Files.isRegularFile(path)) {
            throw DocumentRoot.notFound();
        }
        try {
            String type = Files.probeContentType(path);
            return new Answer.Content(FileChannel.open(path), type == null ? UNKNOWN_TYPE : type);
        } catch (IOException e) {
            throw DocumentRoot.notFound();
        }
    }
}
