package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.error.OpenSslError;

/** A client is refused before there is a connection that could tell it. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient byte[] alert;
    private final transient OpenSslError error;

    RefusedException(byte[] alert, OpenSslError error) {
        super(error.reason());
        this.alert = alert.clone();
        this.error = error;
    }

    byte[] alert() {
        return alert.clone();
    }

    OpenSslError error() {
        return error;
    }
}
