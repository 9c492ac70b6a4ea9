package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** What a request for something that exists is answered with. */
sealed interface Answer extends AutoCloseable {
    @Override
    default void close() throws IOException {}

    /** A file, opened before anything is promised to the client. */
    record Content(FileChannel file, String type) implements Answer {
        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** A page that was made for this request. */
    record Page(String html) implements Answer {}

    /** The same, with another name. */
    record Elsewhere(String target) implements Answer {}
}
