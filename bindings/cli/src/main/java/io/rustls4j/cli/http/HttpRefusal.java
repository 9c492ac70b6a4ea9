package io.rustls4j.cli.http;

/** A request that is answered with an error. */
final class HttpRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    HttpRefusal(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
