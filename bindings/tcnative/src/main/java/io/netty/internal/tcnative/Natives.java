package io.netty.internal.tcnative;

import io.rustls4j.tcnative.calls.Binding;
import io.rustls4j.tcnative.calls.BufferCalls;
import io.rustls4j.tcnative.calls.SslCalls;
import io.rustls4j.tcnative.calls.SslContextCalls;
import io.rustls4j.tcnative.calls.SslCredentialCalls;
import io.rustls4j.tcnative.calls.SslSessionCalls;

/**
 * What the classes of this package call. The fields are constants to the JIT compiler, which is why
 * this class cannot be initialized where there is no library: {@link BindingLoader} says why.
 */
final class Natives {
    static final Binding BINDING = BindingLoader.binding();
    static final SslCalls SSL = BINDING.ssl();
    static final SslContextCalls SSL_CONTEXT = BINDING.sslContext();
    static final SslSessionCalls SSL_SESSION = BINDING.sslSession();
    static final SslCredentialCalls SSL_CREDENTIAL = BINDING.sslCredential();
    static final BufferCalls BUFFER = BINDING.buffer();

    private Natives() {}
}
