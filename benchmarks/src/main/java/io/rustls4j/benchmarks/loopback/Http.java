package io.rustls4j.benchmarks.loopback;

/** As much of HTTP/1.1 as is spoken: the path is the length of the answer. */
final class Http {
    private Http() {}

    static String path(int bytes) {
        return "/" + bytes;
    }

    static int bytes(String path) {
        return Integer.parseInt(path.substring(1));
    }

    static String request(int bytes) {
        return "GET " + path(bytes) + " HTTP/1.1\r\nhost: localhost\r\n\r\n";
    }

    static String responseHead(int bytes) {
        return "HTTP/1.1 200 OK\r\ncontent-length: " + bytes + "\r\n\r\n";
    }
}
