package io.rustls4j.cli.http;

import io.rustls4j.TlsChannel;
import io.rustls4j.cli.ByteCount;
import io.rustls4j.cli.Deadline;
import io.rustls4j.cli.server.ConnectionHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Serves a folder's files over HTTP/1.1: GET and HEAD, on connections that are kept alive. */
public final class FileHandler implements ConnectionHandler {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final AnswerFinder finder;

    /**
     * Serves one folder.
     *
     * @param root the folder
     */
    public FileHandler(DocumentRoot root) {
        this.finder = new AnswerFinder(root);
    }

    @Override
    public String serve(TlsChannel channel) throws IOException {
        HttpRequestReader requests = new HttpRequestReader(channel);
        HttpResponder responder = new HttpResponder(channel);
        int count = 0;
        boolean keepAlive = true;
        while (keepAlive) {
            try {
                Optional<HttpRequest> request = next(requests, channel);
                if (request.isEmpty()) {
                    break;
                }
                count++;
                keepAlive = request.get().keepsAlive();
                check(request.get());
                answer(request.get(), responder);
            } catch (HttpRefusal e) {
                // Where this request ends and the next begins is not known for sure.
                keepAlive = false;
                responder.refuse(e, HttpResponder.Shape.LAST);
            }
        }
        return count
                + (count == 1 ? " request, " : " requests, ")
                + ByteCount.of(responder.bytesSent())
                + " sent";
    }

    private static Optional<HttpRequest> next(HttpRequestReader requests, TlsChannel channel)
            throws IOException, HttpRefusal {
        try (Deadline deadline = Deadline.after(IDLE, channel)) {
            try {
                return requests.next();
            } catch (IOException e) {
                if (deadline.passed()) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    private static void check(HttpRequest request) throws HttpRefusal {
        if (!request.isHead() && !request.method().equals("GET")) {
            throw new HttpRefusal(HttpStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are served");
        }
        if (request.hasBody()) {
            throw new HttpRefusal(
                    HttpStatus.CONTENT_TOO_LARGE, "a GET or HEAD has no content here");
        }
    }

    private void answer(HttpRequest request, HttpResponder responder) throws IOException {
        HttpResponder.Shape shape = new HttpResponder.Shape(request.isHead(), request.keepsAlive());
        try (Answer answer = finder.find(request.target())) {
            responder.send(answer, shape);
        } catch (HttpRefusal e) {
            responder.refuse(e, shape);
        }
    }
}
