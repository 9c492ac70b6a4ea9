package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes answers, and counts what goes out. */
final class HttpResponder {
    private static final int BUFFER = 64 * 1024;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final WritableByteChannel channel;
    private long bytesSent;

    HttpResponder(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** Whether an answer has a body, and whether another may follow. */
    record Shape(boolean headOnly, boolean keepAlive) {
        static final Shape LAST = new Shape(false, false);
    }

    long bytesSent() {
        return bytesSent;
    }

    void send(Answer answer, Shape shape) throws IOException {
        switch (answer) {
            case Answer.Content content -> sendContent(content, shape);
            case Answer.Page page ->
                    sendText(
                            HttpStatus.OK,
                            "text/html; charset=utf-8",
                            page.html(),
                            Map.of(),
                            shape);
            case Answer.Elsewhere elsewhere ->
                    sendPlain(
                            HttpStatus.MOVED_PERMANENTLY,
                            "see there",
                            Map.of("Location", elsewhere.target()),
                            shape);
        }
    }

    void refuse(HttpRefusal refusal, Shape shape) throws IOException {
        HttpStatus status = refusal.status();
        Map<String, String> fields =
                status == HttpStatus.METHOD_NOT_ALLOWED ? Map.of("Allow", "GET, HEAD") : Map.of();
        sendPlain(status, String.valueOf(refusal.getMessage()), fields, shape);
    }

    private void sendContent(Answer.Content content, Shape shape) throws IOException {
        long size = content.file().size();
        send(head(HttpStatus.OK, content.type(), size, Map.of(), shape));
        if (!shape.headOnly()) {
            copy(content.file(), size);
        }
    }

    private void sendPlain(HttpStatus status, String why, Map<String, String> fields, Shape shape)
            throws IOException {
        sendText(status, "text/plain; charset=utf-8", status + ": " + why + "\n", fields, shape);
    }

    private void sendText(
            HttpStatus status, String type, String text, Map<String, String> fields, Shape shape)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        send(head(status, type, body.length, fields, shape));
        if (!shape.headOnly()) {
            send(ByteBuffer.wrap(body));
        }
    }

    private static ByteBuffer head(
            HttpStatus status, String type, long length, Map<String, String> more, Shape shape) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        fields.put("Server", "rustls4j");
        fields.put("Content-Type", type);
        fields.put("Content-Length", Long.toString(length));
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("Connection", shape.keepAlive() ? "keep-alive" : "close");
        fields.putAll(more);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return ByteBuffer.wrap(
                head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A file that shrinks meanwhile ends the connection: its length has been promised. */
    private void copy(FileChannel content, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long left = size; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, left));
            if (content.read(buffer) < 0) {
                throw new IOException("a file became shorter while it was sent");
            }
            send(buffer.flip());
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        bytesSent += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
