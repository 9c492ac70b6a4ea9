package io.rustls4j.jsse.parameters;

/**
 * A curve that keys of certificates are on.
 *
 * @param name the curve's name
 * @param bits how large its keys are
 */
public record Curve(String name, int bits) {
    static final Curve P256 = new Curve("secp256r1", 256);
    static final Curve P384 = new Curve("secp384r1", 384);
    static final Curve P521 = new Curve("secp521r1", 521);
}
