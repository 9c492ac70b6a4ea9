package io.rustls4j.jsse.trust;

import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;

/** What webpki judges by. Equal only where it is the same: neither part compares by its content. */
record NativeJudge(RootCertStore roots, RevocationPolicy revocation) {}
