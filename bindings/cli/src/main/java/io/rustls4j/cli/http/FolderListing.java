package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page with the names in a folder. */
final class FolderListing {
    private FolderListing() {}

    static String of(String target, Path folder) throws IOException {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>");
        page.append(escape(target))
                .append("</title></head>\n<body><h1>")
                .append(escape(target))
                .append("</h1>\n<ul>\n");
        for (String name : names(folder)) {
            page.append("<li><a href=\"./")
                    .append(link(name))
                    .append("\">")
                    .append(escape(name))
                    .append("</a></li>\n");
        }
        return page.append("</ul></body></html>\n").toString();
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
            }
        }
        return names.stream().sorted().toList();
    }

    private static String link(String name) {
        return name.endsWith("/")
                ? PercentCoding.encode(name.substring(0, name.length() - 1)) + "/"
                : PercentCoding.encode(name);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
